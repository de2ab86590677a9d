// What is sent to Python, in its worker, and what is heard from it: see overrides/runtime/messages.d.ts.
import { checker, outcome } from "./parts.js";
import { goTo, showPlace } from "./places.js";
import { pairs } from "./questions.js";
import { fillRecord } from "./record.js";
import { say, showNoResult, showProgress, showPythonIs, showResult } from "./shown.js";
import { visit } from "./visit.js";

/** @typedef {import("../../runtime/messages.d.ts").FromPage} FromPage */
/** @typedef {import("../../runtime/messages.d.ts").FromWorker} FromWorker */
/** @typedef {import("../../runtime/messages.d.ts").Tree} Tree */

// Now, as a script knows its own address only while it is first run.
const address =
  window.packedWorker ??
  new URL(checker.dataset.worker ?? "", /** @type {HTMLScriptElement} */ (document.currentScript).src);

// What is running: all else is in `visit`.
/** @type {Worker | undefined} */
let worker;
let arriving = false;
let askedAgain = false;
/** @type {ReturnType<typeof setTimeout>[]} */
let patience = [];

/** @param {import("./visit.js").PythonState} state */
const become = (state) => {
  patience.forEach(clearTimeout);
  showPythonIs(state);
};

/** @param {FromPage} message */
const send = (message) => worker?.postMessage(message);

/** @param {string} reason */
const giveUp = (reason) => {
  console.warn(reason);
  become("failed");
  showNoResult();
  fillRecord();
};

/** @param {string} reason */
const fail = (reason) => {
  arriving = false;
  if (askedAgain) begin();
  else giveUp(reason);
};

// What is only late may still come.
const failLate = () => giveUp("not started in time");

/** Asks where the answers fall so far, and tells what the reader has seen: Python says whether enough is known. */
export const follow = () => {
  if (visit.python !== "ready") return;
  send({
    id: visit.asksForProgress(),
    call: "show_progress",
    text: JSON.stringify({ pairs: pairs(), put: [...visit.seen] }),
  });
};

const askForResult = () => {
  const { before } = visit;
  const id = visit.asksForResult(pairs());
  send({ id, call: visit.wanted, text: JSON.stringify({ pairs: pairs(), before }) });
  const failIfNone = () => visit.wanted && visit.resultAsked === id && fail("no answer in time");
  setTimeout(failIfNone, Number(checker.dataset.answersWithin));
};

// To go to the result would take back a link that was followed, in WebKit.
const staysWhereAsked = () => location.hash === visit.askedAt && !visit.goingAway;

/** @param {{ tree: Tree }} answer The result. One that comes when the reader has gone on is told of, not shown. */
const hearResult = ({ tree }) => {
  visit.hasResult();
  showResult(tree);
  fillRecord();
  if (staysWhereAsked()) goTo(`#${outcome.id}`);
  else say("shown");
};

const hearReady = () => {
  arriving = false;
  askedAgain = false;
  if (visit.python === "failed") outcome.replaceChildren(); // it came after all
  become("ready");
  if (visit.wanted) askForResult();
  follow();
};

/** @param {MessageEvent<FromWorker>} event */
const hear = ({ data }) => {
  if ("failed" in data) return fail(data.failed);
  if ("ready" in data) return hearReady();
  const { id, answer } = data;
  if (id === visit.resultAsked) hearResult(JSON.parse(answer));
  if (id === visit.progressAsked && visit.progressIs(answer)) showProgress(JSON.parse(answer).tree);
};

const startWorker = () => {
  worker?.terminate();
  arriving = true;
  worker = new Worker(address, { type: window.packedWorker ? "classic" : "module" });
  worker.onmessage = hear;
  worker.onerror = ({ message }) => fail(message ?? "the worker could not be loaded");
};

const startAgain = () => {
  outcome.replaceChildren();
  showPlace();
};

const begin = () => {
  askedAgain = false;
  try {
    startWorker();
  } catch (error) {
    fail(String(error));
  }
};

/** Begins. What is late may still come: asked again, it is waited for once more, and begun anew if it fails. */
export const start = () => {
  if (visit.python === "failed") startAgain();
  become("loading");
  const { slowAfter, failsAfter } = checker.dataset;
  patience = [setTimeout(() => say("slow"), Number(slowAfter)), setTimeout(failLate, Number(failsAfter))];
  if (arriving && !askedAgain) askedAgain = true;
  else begin();
};

export const startOnce = () => {
  if (visit.python === "idle") start();
};

export const stop = () => {
  arriving = false;
  askedAgain = false;
  worker?.terminate();
  become("idle");
};

/** @param {string} call What is wanted: a function of checker/browser.py. */
export const want = (call) => {
  visit.wantsResult(call);
  if (visit.python === "ready") {
    askForResult();
    return;
  }
  if (visit.python !== "loading") start();
  say("waiting");
};

/** The answers are others: what was shown or asked for is no more, and what is wanted is asked for anew. */
export const forget = () => {
  visit.answersChange();
  showNoResult();
  fillRecord();
  if (visit.python === "ready" && visit.wanted) askForResult();
};
