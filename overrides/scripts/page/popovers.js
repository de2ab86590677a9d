// What a browser without popovers opens and closes all the same: the menu, and what explains a term.
import { find, findAll } from "../elements.js";

const SHOWN = "shown";

const closeAll = () => {
  for (const open of findAll(document, `[popover].${SHOWN}`)) open.classList.remove(SHOWN);
};

/** @param {Event} event */
const openOrClose = ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest("[popovertarget]");
  if (!button && target.closest(`[popover].${SHOWN}`)) return;
  const named = button && find(document, `#${button.getAttribute("popovertarget")}`);
  const opens = named && !named.classList.contains(SHOWN) && button.getAttribute("popovertargetaction") !== "hide";
  closeAll();
  if (opens) named.classList.add(SHOWN);
};

export const standInForPopovers = () => {
  if ("popover" in HTMLElement.prototype) return;
  document.addEventListener("click", openOrClose);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && closeAll());
};
