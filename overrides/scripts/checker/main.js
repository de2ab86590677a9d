// Carries answers to Python in a worker, and shows what it says. Rules, ids and wording are Python's and the page's.
import { findAll } from "../elements.js";
import { unfoldOnPaper } from "../paper.js";
import { clear, leave, undoClear } from "./answers.js";
import { changeAnswer, chooseText, show } from "./choosing.js";
import { openExample } from "./example.js";
import { listenToFinder } from "./find.js";
import { goOnByEnter } from "./onward.js";
import { checker, clearButton, filled, form, outcome, undoButton } from "./parts.js";
import { focusPlace, goTo, isOurs, leadsTo, showPlace } from "./places.js";
import { follow, start, startOnce } from "./python.js";
import { markAsFilled, pairs, refresh, restore } from "./questions.js";
import { copy, isPrinted, keepWriting, printAlone } from "./record.js";
import { say } from "./shown.js";
import { visit } from "./visit.js";

/** @param {Event} event */
const submit = (event) => {
  event.preventDefault();
  show();
};

/** @param {Event} event */
const followLink = (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href^='#']");
  if (!(link instanceof HTMLAnchorElement)) return;
  const hash = leadsTo(link);
  if (!isOurs(hash)) return;
  event.preventDefault();
  if (hash === `#${outcome.id}`) show();
  else goTo(hash);
  if (visit.changing === "result" && hash !== `#${outcome.id}`) say("changing");
};

/** @param {Event} event */
const noticeLinkAway = (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.protocol !== location.protocol) return;
  if (link.pathname !== location.pathname) visit.followsLinkAway();
};

/** @type {Map<string, (button: HTMLElement) => void>} */
const BUTTONS = new Map([
  ["[data-retry]", start],
  ["[data-chosen]", chooseText],
  ["[data-copy]", copy],
  ["[data-print]", printAlone],
]);

/** @param {Event} event */
const press = (event) => {
  for (const [selector, act] of BUTTONS) {
    const button = /** @type {Element} */ (event.target).closest(selector);
    if (button instanceof HTMLElement) act(button);
  }
  followLink(event);
};

const comeToAddress = () => {
  if (location.hash && !isOurs(location.hash)) return;
  showPlace();
  follow();
  focusPlace();
};

const listenToReader = () => {
  form.addEventListener("submit", submit);
  form.addEventListener("keydown", goOnByEnter);
  form.addEventListener("input", changeAnswer);
  form.addEventListener("pointerdown", () => visit.usesPointer(true));
  form.addEventListener("keydown", () => visit.usesPointer(false));
  clearButton.addEventListener("click", clear);
  undoButton.addEventListener("click", undoClear);
  outcome.addEventListener("input", ({ target }) => keepWriting(/** @type {HTMLTextAreaElement} */ (target)));
  checker.addEventListener("click", press);
  addEventListener("hashchange", comeToAddress);
  addEventListener("afterprint", isPrinted);
  unfoldOnPaper(() => findAll(outcome, "details:not([open])", HTMLDetailsElement));
  document.addEventListener("click", noticeLinkAway);
  document.addEventListener("leave", leave);
};

// WebKit keeps the page while the reader is away, and empties its form at some time after they are back. Nothing tells
// of that but the form's output, which is emptied with it.
const keepAnswersWhileAway = () => {
  markAsFilled();
  addEventListener("pagehide", () => visit.goesAway(pairs()));
  new MutationObserver(() => filled.value || restore(visit.kept)).observe(filled, { childList: true });
};

// At the first sign that somebody will want it, or when the page has nothing else to do.
const startWhenWanted = () => {
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  for (const sign of ["focusin", "pointerdown"]) form.addEventListener(sign, startOnce);
  addEventListener("load", () => whenIdle(startOnce));
};

listenToReader();
listenToFinder();
keepAnswersWhileAway();
for (const element of findAll(checker, "[data-needs-script]")) element.hidden = false;
refresh();
showPlace();
startWhenWanted();
openExample();
