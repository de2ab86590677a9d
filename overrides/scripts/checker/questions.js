// What is asked: the answers in the form, what is not asked, and answers put back.
import { find, findAll } from "../elements.js";
import { filled, form } from "./parts.js";

/** @typedef {import("./visit.js").Pairs} Pairs */

/** @returns {Pairs} Each answer that is not empty. */
export const pairs = () => [...new FormData(form)].filter(([, value]) => String(value).trim());

/**
 * The controls that hold a question's answer: several where several may be chosen.
 *
 * @param {ParentNode} question
 */
export const answersTo = (question) =>
  findAll(question, "input", HTMLInputElement).filter((control) =>
    control.type === "text" ? control.value.trim() : control.checked,
  );

/** A question that another answer makes needless is not asked, unless it is answered or being answered. */
export const refresh = () => {
  const given = new FormData(form);
  for (const question of findAll(form, "[data-not-when]")) {
    const [name, value] = (question.dataset.notWhen ?? "").split("=");
    const answered = answersTo(question).some((control) => control.value);
    const off = given.get(name) === value && !answered && !question.contains(document.activeElement);
    question.classList.toggle("off", off);
    find(question, ".not-asked").hidden = !off;
    for (const control of findAll(question, "input", HTMLInputElement)) control.disabled = off;
  }
};

/** Whoever empties the form empties this too. */
export const markAsFilled = () => {
  filled.value = "filled";
};

/** @param {Pairs} values */
export const restore = (values) => {
  form.reset();
  markAsFilled();
  for (const [name, value] of values) {
    const text = form.querySelector(`[type="text"][name="${name}"]`);
    if (text instanceof HTMLInputElement) text.value = String(value);
    else find(form, `[name="${name}"][value="${value}"]`, HTMLInputElement).checked = true;
  }
  refresh();
};
