// An answer is chosen, and the result of the answers is asked for.
import { find } from "../elements.js";
import { change } from "./answers.js";
import { outcome } from "./parts.js";
import { goTo } from "./places.js";
import { want } from "./python.js";
import { visit } from "./visit.js";

/** Goes to the result: the one that is shown, or a new one. */
export const show = () => {
  if (visit.resultAsked && outcome.hasChildNodes()) goTo(`#${outcome.id}`);
  else want("show_form");
};

// An answer that is changed from the result leads back to it. By the keyboard it does not, as the arrows choose each
// answer that they pass: then Continue does, or Enter.
const backWhereItWasChanged = () => {
  if (visit.changing === "result" && visit.pointer) show();
};

/** @param {Event} event */
export const changeAnswer = ({ target }) => {
  change();
  if (target instanceof HTMLInputElement && target.type === "radio") backWhereItWasChanged();
};

/** @param {HTMLElement} button With the text that its question's field is to have. */
export const chooseText = (button) => {
  const field = find(/** @type {HTMLElement} */ (button.closest(".question")), "input", HTMLInputElement);
  field.value = button.textContent ?? "";
  change();
  backWhereItWasChanged();
};
