// The addresses that paper shows: of each link, and of the page.
import { findAll } from "../elements.js";

const IN_WORDS = "article a[href]:not(.clause-number):not([href^='#'])";
const NOT_SHOWN = ["tel:", "file:"];

export const showAddresses = () => {
  for (const link of findAll(document, IN_WORDS, HTMLAnchorElement)) {
    if (!NOT_SHOWN.includes(link.protocol)) link.dataset.address = link.href;
  }
  // In a folder there is none: a path on a device names whoever uses it.
  document.querySelector("[data-printed-from]")?.append(location.origin + location.pathname);
};
