// The menu of what can be taken away: how it opens, closes and answers. `keep` sees what an action gives (a promise, if it waits).

function startMenu(actions, keep = () => {}) {
  const menu = byId("downloads");
  const show = (yes) => {
    menu.hidden = !yes;
    byId("download").setAttribute("aria-expanded", String(yes));
  };
  byId("download").addEventListener("click", () => show(menu.hidden));
  for (const [id, action] of Object.entries(actions)) byId(id).addEventListener("click", () => { show(false); byId("download").focus(); keep(action()); });
  menu.parentElement.addEventListener("focusout", (event) => { if (!menu.parentElement.contains(event.relatedTarget)) show(false); });
  menu.parentElement.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    event.stopPropagation();
    show(false);
    byId("download").focus();
  });
}

// navigator.clipboard is missing on file: pages of some browsers; the field for copying works everywhere.
function copyLink() {
  const field = el("textarea", { class: "hidden", "aria-hidden": "true" });
  field.value = location.href;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  say(t("ui.copied"));
}
