// Leaves the page at once, opens the search by a button, gives links the address that paper shows, and copies a clause's
// address or citation. The words are the page's own.
(() => {
  const find = (selector) => document.querySelector(selector);
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const leave = find("[data-leave]");
  const leaveSaid = find("[data-leave-said]");
  const away = () => {
    document.documentElement.classList.add("left");
    document.title = "";
    document.dispatchEvent(new Event("leave"));
    location.replace(location.protocol === "file:" || !navigator.onLine ? "about:blank" : leave.href);
  };
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    away();
  });
  let presses = [];
  document.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === "Shift" ? [...presses.filter((press) => timeStamp - press < 5000), timeStamp] : [];
    leaveSaid.textContent = leaveSaid.dataset[presses.length] ?? "";
    if (presses.length === 3) away();
  });

  for (const link of document.querySelectorAll("article a[href]:not(.clause-number):not([href^='#'])")) {
    if (!["tel:", "file:"].includes(link.protocol)) link.dataset.address = link.href;
  }

  find("[data-printed-from]")?.append(location.origin + location.pathname);

  // The theme takes the focus from the search at Tab, and WebKit then goes on from the top of the page.
  const query = find(".md-search__input");
  const search = find("[data-md-toggle=search]");
  const openSearch = find("[data-open-search]");
  const found = find(".md-search-result__list");
  const nothing = find("[data-nothing-found]");
  const close = () => search.checked && search.click();
  openSearch.hidden = false;
  close(); // a browser may have kept it open
  openSearch.addEventListener("click", () => {
    search.click();
    query.focus();
  });
  const dialog = find(".md-search");
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
    if (event.key === "Escape") setTimeout(() => openSearch.focus());
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && (event.shiftKey || (!found.children.length && nothing.hidden))) close();
  });
  dialog.addEventListener("focusout", ({ currentTarget, relatedTarget }) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
  });
  new MutationObserver(() => {
    nothing.hidden = found.children.length > 0 || !query.value.trim();
    for (const link of found.querySelectorAll("[tabindex='-1']")) link.removeAttribute("tabindex");
  }).observe(find(".md-search-result"), { childList: true, characterData: true, subtree: true });

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
