// The parts of a page that are folded: an address that names one opens it, and paper shows them all.
import { findAll } from "../elements.js";

/** @type {HTMLDetailsElement[]} */
let openedForPaper = [];

const parts = () => findAll(document, "details.part", HTMLDetailsElement);

const openNamed = () => {
  const named = document.getElementById(location.hash.slice(1));
  const part = named?.closest("details.part");
  if (!(part instanceof HTMLDetailsElement)) return;
  part.open = true;
  named?.scrollIntoView();
};

export const openParts = () => {
  openNamed();
  addEventListener("hashchange", openNamed);
  addEventListener("beforeprint", () => {
    openedForPaper = parts().filter((part) => !part.open);
    for (const part of openedForPaper) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of openedForPaper) part.open = false;
  });
};
