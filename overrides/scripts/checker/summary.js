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

/**
 * @param {HTMLElement} question
 * @param {string} said
 */
const rowOf = (question, said) => {
  const row = copyOf(form, "[data-row]");
  const asks = find(question, ".asks").textContent;
  find(row, "dt").textContent = asks;
  find(row, "dd").textContent = said;
  find(row, "a").setAttribute("href", `#${question.id}`);
  find(row, "a span").textContent = ` ${asks}`;
  return row;
};

export const summarise = () => {
  summary.replaceChildren();
  blank.replaceChildren();
  for (const question of findAll(form, ".question")) {
    const answered = wordsOf(question);
    const notAsked = question.querySelector(".not-asked:not([hidden])")?.textContent;
    const said = answered || notAsked || blank.dataset.blank || "";
    (answered ? summary : blank).append(rowOf(question, said));
  }
};
