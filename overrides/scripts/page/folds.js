// The parts of a page that are folded: an address that names one opens it, and paper shows them all.
import { findAll } from "../elements.js";
import { unfoldOnPaper } from "../paper.js";

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
  unfoldOnPaper(() => findAll(document, "details.part:not([open])", HTMLDetailsElement));
};
