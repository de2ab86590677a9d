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

/**
 * Whether one of the answers is given that `pairs` names, such as "name=value other="; an empty one is no answer.
 *
 * @param {string} pairs
 * @param {FormData} given
 */
const isGiven = (pairs, given) =>
  pairs.split(" ").some((pair) => {
    const [name, value] = pair.split("=");
    return (given.get(name) ?? "") === value;
  });

/** A question that another answer makes needless is not asked, unless it is answered or being answered. */
const askWhatApplies = (/** @type {FormData} */ given) => {
  for (const question of findAll(form, "[data-not-when]")) {
    const answered = answersTo(question).some((control) => control.value);
    const needless = isGiven(question.dataset.notWhen ?? "", given);
    const off = needless && !answered && !question.contains(document.activeElement);
    question.classList.toggle("off", off);
    find(question, ".not-asked").hidden = !off;
    for (const control of findAll(question, "input", HTMLInputElement)) control.disabled = off;
  }
};

/**
 * Shows what single answers call for.
 *
 * @param {ParentNode} within
 */
export const showWhatIsCalledFor = (within) => {
  const given = new FormData(form);
  for (const told of findAll(within, "[data-when]")) told.hidden = !isGiven(told.dataset.when ?? "", given);
};

/** The form as the answers make it: what is asked, and what is to be done at once. */
export const refresh = () => {
  askWhatApplies(new FormData(form));
  showWhatIsCalledFor(form);
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
