// What is shown of the checker: what it says of itself, where the answers fall so far, the result, and the worksheet.
import { copyOf, find, findAll } from "../elements.js";
import { checker, outcome, progress, status } from "./parts.js";
import { pairs, showWhatIsCalledFor } from "./questions.js";
import { answerRows } from "./summary.js";
import { built } from "./tree.js";
import { visit } from "./visit.js";

/** @typedef {import("./tree.js").Tree} Tree */

/** @param {string} name The message's name. Once Python has failed, nothing else is said. */
export const say = (name) => {
  if (visit.python !== "failed" || name === "failed")
    status.replaceChildren(copyOf(checker, `[data-message="${name}"]`));
};

/**
 * As `say`, beside what is said once Python has failed.
 *
 * @param {string} name
 */
export const sayToo = (name) => {
  const stays = visit.python === "failed" ? [...status.children].slice(0, 1) : [];
  status.replaceChildren(...stays, copyOf(checker, `[data-message="${name}"]`));
};

/** @param {import("./visit.js").PythonState} state */
export const showPythonIs = (state) => {
  visit.pythonIs(state);
  checker.dataset.state = state;
  progress.replaceChildren();
  say(state);
};

/** @param {Tree | undefined} tree None while the answers do not fit each other. */
export const showProgress = (tree) => progress.replaceChildren(...(tree ? [built(tree)] : []));

/** @param {Tree} tree */
export const showResult = (tree) => {
  status.replaceChildren();
  outcome.replaceChildren(built(tree));
};

/** With no Python: what to do, every answer, and the worksheet with the answers marked. */
const showWorksheet = () => {
  const sheet = copyOf(checker, "[data-by-hand]");
  showWhatIsCalledFor(sheet);
  find(sheet, "[data-all-answers]").append(...answerRows());
  for (const [name, value] of pairs()) {
    const answer = `[data-answer="${CSS.escape(name)}=${CSS.escape(String(value))}"]`;
    for (const row of findAll(sheet, answer)) row.prepend(copyOf(checker, "[data-given]"));
  }
  outcome.replaceChildren(sheet);
  outcome.hidden = false;
};

/** Nothing of other answers is shown: no result, or the worksheet anew. */
export const showNoResult = () => (visit.python === "failed" ? showWorksheet() : outcome.replaceChildren());
