// What the reader keeps: the record and the drafts, with what they write into them, copied or printed.
import { copyText } from "../copying.js";
import { find, findAll } from "../elements.js";
import { checker, outcome } from "./parts.js";
import { sayToo } from "./shown.js";
import { answersAsText } from "./summary.js";
import { visit } from "./visit.js";

/**
 * What is typed is set beside its field too, for paper.
 *
 * @param {HTMLElement} field
 * @param {string} text
 */
const setBeside = (field, text) => {
  if (field.nextElementSibling) field.nextElementSibling.textContent = text;
};

/** @param {HTMLTextAreaElement} field */
export const keepWriting = (field) => {
  visit.writes(field.dataset.written, field.value);
  setBeside(field, field.value);
};

/**
 * @param {string} place
 * @param {string} text
 */
const fillPlace = (place, text) => {
  visit.writes(place, text);
  for (const element of findAll(outcome, `[data-${place}]`)) element.textContent = text;
};

/** The record that is shown bears the time, and what the reader wrote into one before. */
export const fillRecord = () => {
  fillPlace("now", new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }));
  fillPlace("answers", answersAsText());
  for (const field of findAll(outcome, "[data-written]", HTMLTextAreaElement)) {
    field.value = visit.written.get(field.dataset.written) ?? "";
    setBeside(field, field.value);
  }
};

/**
 * The text of what a result holds by reference, as the page has it: empty where the edition says nothing there.
 *
 * @param {string} tag
 * @param {string} reference
 */
const referredTo = (tag, reference) => {
  const references = find(checker, `[data-references="${tag}"]`, HTMLTemplateElement).content;
  const held = references.querySelector(`[data-ref="${reference}"]`);
  return held?.querySelector(":scope > [hidden]") ? "" : held?.textContent;
};

const EMPTIED = /\n +(?=\n)/g;

/**
 * The text of what is to be copied, with what the reader wrote in the places that it leaves, and what it refers to.
 *
 * @param {string} name
 */
const textOf = (name) => {
  const template = find(outcome, `[data-text="${name}"]`, HTMLTemplateElement);
  const unfilled = template.dataset.unfilled ?? "";
  const text = template.content.textContent || template.textContent || ""; // in a page's own, or in one that is built
  return text
    .replace(/(?<=\[)[a-z\d-]+(?=\])/g, (reference) => referredTo("clause", reference) ?? reference)
    .replace(/\{([a-z\d-]+)\}/g, (_, place) => visit.written.get(place) || (referredTo("said", place) ?? unfilled))
    .replace(EMPTIED, "");
};

/** @param {HTMLElement | null} element */
const unfold = (element) => {
  const details = element?.closest("details");
  if (!details) return;
  details.open = true;
  unfold(details.parentElement);
};

/** @param {HTMLElement} button */
export const copy = async (button) => {
  const name = button.dataset.copy ?? "";
  try {
    await copyText(textOf(name));
    sayToo("copied");
  } catch {
    const printed = find(outcome, `[data-printed="${name}"]`);
    unfold(printed);
    getSelection()?.selectAllChildren(printed);
    printed.scrollIntoView();
    sayToo("not-copied");
  }
};

const ALONE = "alone";

const PRINTS_WITHIN = 2000; // milliseconds

/** Whether the browser began to print: some refuse, and say nothing. */
const prints = () =>
  new Promise((resolve) => {
    addEventListener("beforeprint", () => resolve(true), { once: true });
    setTimeout(resolve, PRINTS_WITHIN, false);
    try {
      print();
    } catch {
      resolve(false);
    }
  });

/** @param {HTMLElement} button */
export const printAlone = async (button) => {
  const printed = find(outcome, `[data-printed="${button.dataset.print}"]`);
  printed.classList.add(ALONE);
  document.documentElement.classList.add(`print-${ALONE}`);
  unfold(printed);
  if (await prints()) return;
  isPrinted();
  printed.scrollIntoView();
  sayToo("not-printed");
};

export const isPrinted = () => {
  for (const printed of findAll(outcome, `.${ALONE}`)) printed.classList.remove(ALONE);
  document.documentElement.classList.remove(`print-${ALONE}`);
};
