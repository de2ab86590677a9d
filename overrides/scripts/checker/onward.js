// Enter goes on to the next topic, as its button does: in a field, and on the heading that the focus comes to.
import { visit } from "./visit.js";

const COMPOSING = 229; // the key code of a key that a method of input takes

/** @param {KeyboardEvent} event */
const isPlainEnter = ({ key, keyCode, isComposing, shiftKey, ctrlKey, altKey, metaKey }) =>
  key === "Enter" && !isComposing && keyCode !== COMPOSING && !(shiftKey || ctrlKey || altKey || metaKey);

/** @param {KeyboardEvent} event One held down goes on once. */
export const goOnByEnter = (event) => {
  const { target, repeat } = event;
  if (visit.allTopics || !isPlainEnter(event) || !(target instanceof Element)) return;
  if (!target.matches("input, [tabindex='-1']")) return;
  const onward = target.closest(".topic")?.querySelector("[data-next]");
  if (!(onward instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  if (!repeat) onward.click();
};
