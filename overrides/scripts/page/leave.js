// Leaves the page at once: by the link on top, or Shift three times. Nothing that returns is shown again.
import { find } from "../elements.js";
import { numberEntries, replaceEntries, wasLeft } from "./entries.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds
const { classList } = document.documentElement;

const cover = () => {
  classList.add("left");
  document.title = "";
};

/** @param {string} address */
const away = (address) => (location.protocol === "file:" || !navigator.onLine ? "about:blank" : address);

/** @param {string} address */
const leave = (address) => {
  cover();
  document.dispatchEvent(new Event("leave"));
  replaceEntries(away(address));
};

/** @param {string} address */
const stayCovered = (address) => {
  if (!wasLeft() && !classList.contains("left")) return;
  cover();
  location.replace(away(address));
};

export const listenForLeaving = () => {
  const link = find(document, "[data-leave]", HTMLAnchorElement);
  const said = find(document, "[data-leave-said]");
  /** @type {number[]} */
  let presses = [];

  stayCovered(link.href);
  numberEntries();
  addEventListener("pageshow", ({ persisted }) => persisted && stayCovered(link.href));
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
