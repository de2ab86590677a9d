// Carries answers to Python in a worker, and shows what it says. Rules, ids and wording are Python's and the page's.
import { findAll } from "../elements.js";
import { change, clear, leave, undoClear } from "./answers.js";
import { openExample } from "./example.js";
import { checker, clearButton, filled, form, outcome, undoButton } from "./parts.js";
import { focusPlace, goTo, isOurs, leadsTo, showPlace } from "./places.js";
import { follow, start, startOnce, want } from "./python.js";
import { markAsFilled, pairs, refresh, restore } from "./questions.js";
import { copyRecord, keepWriting, printRecord, recordIsPrinted } from "./record.js";
import { visit } from "./visit.js";

/** @param {Event} event */
const submit = (event) => {
  event.preventDefault();
  if (visit.resultAsked && outcome.hasChildNodes()) goTo(`#${outcome.id}`);
  else want("show_form");
};

/** @param {Event} event */
const followLink = (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href^='#']");
  if (!(link instanceof HTMLAnchorElement)) return;
  const hash = leadsTo(link);
  if (!isOurs(hash)) return;
  event.preventDefault();
  goTo(hash);
};

/** @param {Event} event */
const noticeLinkAway = (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.protocol !== location.protocol) return;
  if (link.pathname !== location.pathname) visit.followsLinkAway();
};

const BUTTONS = new Map([
  ["[data-retry]", start],
  ["[data-copy]", copyRecord],
  ["[data-print]", printRecord],
]);

/** @param {Event} event */
const press = (event) => {
  for (const [button, act] of BUTTONS) if (/** @type {Element} */ (event.target).matches(button)) act();
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
  form.addEventListener("input", change);
  clearButton.addEventListener("click", clear);
  undoButton.addEventListener("click", undoClear);
  outcome.addEventListener("input", ({ target }) => keepWriting(/** @type {HTMLInputElement} */ (target)));
  checker.addEventListener("click", press);
  addEventListener("hashchange", comeToAddress);
  addEventListener("afterprint", recordIsPrinted);
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
keepAnswersWhileAway();
for (const element of findAll(checker, "[data-needs-script]")) element.hidden = false;
refresh();
showPlace();
startWhenWanted();
openExample();
