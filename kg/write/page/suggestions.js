// The list of suggestions under the search field: one is chosen, arrow keys choose another.

let chosen = -1;

function open(yes) {
  byId("suggestions").hidden = !yes;
  byId("search").setAttribute("aria-expanded", String(yes));
}

function choose(index) {
  chosen = index;
  byId("suggestions").querySelectorAll("[role=option]").forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  const option = byId("suggestion-" + index);
  if (option) byId("search").setAttribute("aria-activedescendant", option.id);
  else byId("search").removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

// What a key does in the search field; `last` is the place of the last suggestion, -1 where there is none.
function onSearchKey(event, last, enter, escape) {
  if (event.key === "ArrowDown" && last >= 0) choose(chosen >= last ? 0 : chosen + 1);
  else if (event.key === "ArrowUp" && last >= 0) choose(chosen <= 0 ? last : chosen - 1);
  else if (event.key === "Enter") enter();
  else if (event.key === "Escape") { event.stopPropagation(); byId("search").value = ""; open(false); byId("search").blur(); escape(); }
  else return;
  event.preventDefault();
}
