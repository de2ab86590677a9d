// Finds questions by the words that people use. Those that do not fit are not shown; their answers stay and are sent.
import { copyOf, find, findAll } from "../elements.js";
import { blank, form, topics } from "./parts.js";
import { visit } from "./visit.js";

const LETTERS = 4; // of each word at least these fit, and more than half of them
const finder = find(form, "[data-find]");
const field = find(finder, "input", HTMLInputElement);
const said = find(finder, "[data-said]");
const questions = findAll(form, ".question");

/** @param {string} text Its words as they are compared: without capitals and accents. */
const wordsIn = (text) => {
  const plain = text.normalize("NFD").replace(/[\p{M}'’]/gu, "");
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
};

/** @param {HTMLElement} question What it asks, its help and its answers, and other words for them. */
const wordsOf = (question) => {
  const own = findAll(question, ".asks, .hint, label").map(({ textContent }) => textContent);
  return wordsIn([...own, question.dataset.aliases].join(" "));
};

const words = new Map(questions.map((question) => [question, wordsOf(question)]));

/**
 * The word without its last letters, for another ending or another spelling.
 *
 * @param {string} word
 * @param {number} less
 */
const startOf = (word, less) =>
  word.slice(0, Math.max(Math.min(LETTERS, word.length), Math.ceil(word.length * 0.6), word.length - less));

/**
 * @param {string} word
 * @param {string} start
 */
const fits = (word, start) => word.startsWith(start) || (word.length > LETTERS && start.startsWith(word));

/** @param {string[]} wanted The questions in which each of these words starts one, or is one with another ending. */
const thatHold = (wanted) =>
  questions.filter((question) => wanted.every((start) => words.get(question)?.some((word) => fits(word, start))));

/** The questions that fit what is written: where none does, words with other endings count too. */
const thatFit = () => {
  const wanted = wordsIn(field.value);
  const longest = Math.max(0, ...wanted.map(({ length }) => length));
  for (let less = 1; less <= longest; less++) {
    const fit = thatHold(wanted.map((word) => startOf(word, less)));
    if (fit.length) return fit;
  }
  return wanted.length ? [] : questions;
};

/** @param {number} number */
const tell = (number) => {
  const name = ["none", "one"][number] ?? "many";
  const told = copyOf(finder, `[data-fits="${name}"]`);
  for (const place of findAll(told, "[data-number]")) place.textContent = String(number);
  if (told.textContent !== said.textContent) said.replaceChildren(told);
};

/** @param {HTMLElement[]} fit */
const showOnly = (fit) => {
  for (const question of questions) question.classList.toggle("unfit", !fit.includes(question));
  for (const topic of topics.slice(0, -1))
    topic.classList.toggle("unfit", !topic.querySelector(".question:not(.unfit)"));
  for (const row of findAll(form, ".summary > div")) {
    const { hash } = find(row, "a", HTMLAnchorElement);
    row.classList.toggle("unfit", !fit.some(({ id }) => hash === `#${id}`));
  }
};

/** Shows the questions that fit what is written, where a question may be looked for: among all, or among the answers. */
export const narrow = () => {
  finder.hidden = !visit.allTopics && /** @type {HTMLElement} */ (topics.at(-1)).hidden;
  const written = !finder.hidden && wordsIn(field.value).length > 0;
  const fit = written ? thatFit() : questions;
  showOnly(fit);
  if (!written) return said.replaceChildren();
  find(form, "[data-open]", HTMLDetailsElement).open ||= Boolean(blank.querySelector(":scope > div:not(.unfit)"));
  tell(fit.length);
};

export const showAllAgain = () => {
  field.value = "";
  narrow();
};

/** @param {KeyboardEvent} event */
const press = (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" || (event.key === "Escape" && field.value)) event.preventDefault();
  if (event.key === "Escape") showAllAgain();
};

export const listenToFinder = () => {
  field.addEventListener("keydown", press);
  field.addEventListener("input", (event) => {
    event.stopPropagation(); // it is no answer
    narrow();
  });
  form.addEventListener("reset", () => queueMicrotask(narrow));
};
