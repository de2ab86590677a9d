// The record: what the reader writes into it, and how they keep it.
import { find, findAll } from "../elements.js";
import { outcome } from "./parts.js";
import { say } from "./shown.js";
import { visit } from "./visit.js";

/**
 * What is typed is set beside its field too, for paper and for copying.
 *
 * @param {HTMLElement} field
 * @param {string} text
 */
const setBeside = (field, text) => {
  if (field.nextElementSibling) field.nextElementSibling.textContent = text;
};

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
export const keepWriting = (field) => {
  visit.writes(field.dataset.written, field.value);
  setBeside(field, field.value);
};

/** The record that is shown bears the time, and what the reader wrote into one before. */
export const fillRecord = () => {
  const now = new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  outcome.querySelector("[data-now]")?.append(now);
  for (const field of findAll(outcome, "[data-written]")) {
    const text = visit.written.get(field.dataset.written) ?? "";
    /** @type {HTMLInputElement | HTMLTextAreaElement} */ (field).value = text;
    setBeside(field, text);
  }
};

export const copyRecord = async () => {
  const record = find(outcome, "[data-record]");
  try {
    // biome-ignore lint/performance/useDomNodeTextContent: as it is laid out, each row on a line of its own
    await navigator.clipboard.writeText(record.innerText);
    say("copied");
  } catch {
    getSelection()?.selectAllChildren(record);
    say("not-copied");
  }
};

const ALONE = "record-alone";

export const printRecord = () => {
  document.documentElement.classList.add(ALONE);
  print();
};

export const recordIsPrinted = () => document.documentElement.classList.remove(ALONE);
