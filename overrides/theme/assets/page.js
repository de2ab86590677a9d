// Copies a clause's address or citation, gives links the address that paper shows, and lets Tab go on from the search.
// The words are the page's own.
(() => {
  const find = (selector) => document.querySelector(selector);
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  for (const link of document.querySelectorAll("article a[href]:not(.clause-number):not([href^='#'])")) {
    if (link.protocol !== "tel:") link.dataset.address = link.href;
  }

  const printedFrom = find("[data-printed-from]");
  if (printedFrom) printedFrom.textContent = location.origin + location.pathname;

  // The theme takes the focus from the search at Tab, and WebKit then goes on from the top of the page.
  const query = find(".md-search__input");
  const search = find("[data-md-toggle=search]");
  query?.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    event.stopPropagation();
    if (search.checked) search.click();
  });

  const tools = find("template[data-clause-tools]");
  const said = find("[data-said]");
  if (!tools) return;
  let quiet;

  const say = (message, text) => {
    clearTimeout(quiet);
    const field = said.querySelector("textarea");
    said.querySelector("p").textContent = message;
    field.hidden = !text;
    said.hidden = false;
    if (text) {
      field.value = text;
      field.focus();
      field.select();
    } else {
      quiet = setTimeout(() => (said.hidden = true), 6000);
    }
  };

  const copy = async (button, values) => {
    const text = fill(button.dataset.copies, values);
    try {
      await navigator.clipboard.writeText(text);
      say(fill(button.dataset.says, values));
    } catch {
      say(said.dataset.blocked, text);
    }
  };

  said.querySelector("button").addEventListener("click", () => (said.hidden = true));

  for (const number of document.querySelectorAll(".clause > .clause-number")) {
    const address = number.href;
    const values = { number: number.textContent, section: number.dataset.section, address };
    const buttons = tools.content.cloneNode(true);
    for (const button of buttons.querySelectorAll("button")) {
      button.setAttribute("aria-label", fill(button.getAttribute("aria-label"), values));
      button.addEventListener("click", () => copy(button, values));
    }
    number.parentElement.append("\u00a0", buttons);
  }
})();
