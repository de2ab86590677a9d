// The answers to check: what was answered, and what is not known or not asked.
import { copyOf, find, findAll } from "../elements.js";
import { blank, form, summary } from "./parts.js";
import { answersTo } from "./questions.js";

/** @param {HTMLElement} question */
const wordsOf = (question) =>
  answersTo(question)
    .filter(({ value }) => value)
    .map(({ type, value, labels }) => (type === "text" ? value : labels?.[0].textContent))
    .join(", ");

/** @param {HTMLElement} question */
const asksOf = (question) => find(question, ".asks").textContent ?? "";

/**
 * @param {HTMLElement} question
 * @param {string} said
 */
const rowOf = (question, said) => {
  const row = copyOf(form, "[data-row]");
  const asks = asksOf(question);
  find(row, "dt").textContent = asks;
  find(row, "dd").textContent = said;
  find(row, "a").setAttribute("href", `#${question.id}`);
  find(row, "a span").textContent = ` ${asks}`;
  return row;
};

/** Every question that is answered, with the answer in words. */
const answered = () =>
  findAll(form, ".question")
    .map((question) => ({ question, words: wordsOf(question) }))
    .filter(({ words }) => words);

/** The answers as rows, each with the way to change it. */
export const answerRows = () => answered().map(({ question, words }) => rowOf(question, words));

/** The answers as text, a line each. */
export const answersAsText = () =>
  answered()
    .map(({ question, words }) => `${asksOf(question)} ${words}`)
    .join("\n");

export const summarise = () => {
  summary.replaceChildren(...answerRows());
  blank.replaceChildren();
  for (const question of findAll(form, ".question")) {
    if (wordsOf(question)) continue;
    const notAsked = question.querySelector(".not-asked:not([hidden])")?.textContent;
    blank.append(rowOf(question, notAsked || blank.dataset.blank || ""));
  }
};
