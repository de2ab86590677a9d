// The checker's elements that its script fills in or listens to.
import { find, findAll } from "../elements.js";

export const checker = find(document, "behaviour-checker");
export const form = find(checker, "form", HTMLFormElement);
export const filled = find(form, "output[data-filled]", HTMLOutputElement);
export const ways = find(form, "nav");
export const topics = findAll(form, ".topic");
export const summary = find(form, "[data-summary]");
export const blank = find(form, "[data-blank]");
export const progress = find(form, "[data-progress]");
export const clearButton = find(form, "[data-clear]");
export const undoButton = find(form, "[data-undo]");
export const story = find(checker, "[data-story]");
export const status = find(checker, "[data-status]");
export const outcome = find(checker, "[data-outcome]");
