// Leaves the page at once: by the link on top, or Shift three times.
import { find } from "../elements.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds

/** @param {string} address */
const leave = (address) => {
  document.documentElement.classList.add("left");
  document.title = "";
  document.dispatchEvent(new Event("leave"));
  location.replace(location.protocol === "file:" || !navigator.onLine ? "about:blank" : address);
};

export const listenForLeaving = () => {
  const link = find(document, "[data-leave]", HTMLAnchorElement);
  const said = find(document, "[data-leave-said]");
  /** @type {number[]} */
  let presses = [];

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });
  document.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === "Shift" ? [...presses.filter((press) => timeStamp - press < WITHIN), timeStamp] : [];
    said.textContent = said.dataset[presses.length] ?? "";
    if (presses.length === PRESSES) leave(link.href);
  });
};
