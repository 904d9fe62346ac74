// The query editor: yasgui on our own endpoint, without the look-ups it would make elsewhere.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const endpoint = new URL("/sparql", location.href).href;
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  Yasgui.Yasqe.defaults.value = data.first;
  Yasgui.Yasr.defaults.prefixes = data.prefixes;
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: "kg",
    populateFromUrl: true,
  });
  const choice = document.getElementById("questions");
  choice.addEventListener("change", () => {
    const question = data.questions[choice.value];
    if (!question) return;
    yasgui.addTab(true, { name: choice.value, requestConfig: { endpoint }, yasqe: { value: question } });
    choice.value = "";
  });
})();
