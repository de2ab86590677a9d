// What becomes of the answers: changed, cleared, back again, left.
import { clearButton, outcome, story, undoButton } from "./parts.js";
import { showPlace } from "./places.js";
import { follow, forget, stop } from "./python.js";
import { pairs, refresh, restore } from "./questions.js";
import { say } from "./shown.js";
import { visit } from "./visit.js";

/** @typedef {import("./visit.js").Pairs} Pairs */

/** @param {Pairs} values */
export const fill = (values) => {
  restore(values);
  story.hidden = !values.length;
  visit.wantsNothing();
  forget();
  showPlace();
  follow();
};

export const change = () => {
  undoButton.hidden = true;
  if (outcome.hasChildNodes()) say("changed");
  refresh();
  forget();
  follow();
};

export const clear = () => {
  visit.clears(pairs());
  fill([]);
  undoButton.hidden = !visit.cleared.length;
  say("cleared");
};

export const undoClear = () => {
  fill(visit.cleared);
  undoButton.hidden = true;
  say("restored");
  clearButton.focus();
};

/** The reader leaves for good: nothing of what they gave stays on the page. */
export const leave = () => {
  stop();
  visit.ends();
  fill([]);
};
