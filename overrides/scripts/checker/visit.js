// What this visit has come to: one object, which only its own transitions change. Nothing of it is stored.
import { topics } from "./parts.js";

/** @typedef {[string, FormDataEntryValue][]} Pairs Answers as a form sends them: a name and a value each. */
/** @typedef {"idle" | "loading" | "ready" | "failed"} PythonState */

class Visit {
  /** @type {PythonState} */
  python = "idle";
  /** The call whose result the reader has asked for and not had; empty where there is none. */
  wanted = "";
  /** Where the reader was when they asked for it, as the address says; null once the answers are others.
   * @type {string | null} */
  askedAt = null;
  /** The number of the last message. */
  sent = 0;
  /** The number of the message that asked for the result; 0 where none is under way, and no answer is waited for. */
  resultAsked = 0;
  /** The answers that it was asked of.
   * @type {Pairs | null} */
  askedOf = null;
  /** The answers of which a result was last shown: it says what has changed since.
   * @type {Pairs | null} */
  before = null;
  /** The number of the message that asked where the answers fall so far. */
  progressAsked = 0;
  /** Where the answers fell when Python last said so. */
  progress = "";
  /** Whether the reader has followed a link to another page, which has not come yet. */
  goingAway = false;
  /** The topic that the reader is at. */
  topic = topics[0];
  /** Whether all topics are shown on one page. */
  allTopics = false;
  /** From where the reader came to change an answer, and where the way on leads back to.
   * @type {"" | "answers" | "result"} */
  changing = "";
  /** Whether the reader last pressed something with a pointer, not with a key. */
  pointer = false;
  /** The names of the fields that the reader has been shown. */
  seen = new Set();
  /** What the reader wrote into the record, by its field's name.
   * @type {Map<string | undefined, string>} */
  written = new Map();
  /** The answers that were cleared, to be had back.
   * @type {Pairs} */
  cleared = [];
  /** The answers as the reader went away, for a browser that loses them.
   * @type {Pairs} */
  kept = [];

  /** Whatever it is, no answer is under way then, and none is known.
   * @param {PythonState} state */
  pythonIs(state) {
    this.python = state;
    this.resultAsked = this.progressAsked = 0;
    this.progress = "";
  }

  /** @param {string} call */
  wantsResult(call) {
    this.wanted = call;
    this.askedAt = location.hash;
    this.goingAway = false;
  }

  /** @param {Pairs} pairs */
  asksForResult(pairs) {
    this.askedOf = pairs;
    this.resultAsked = ++this.sent;
    return this.sent;
  }

  asksForProgress() {
    this.progressAsked = ++this.sent;
    return this.sent;
  }

  /** Returns whether this is another answer than the one before.
   * @param {string} answer */
  progressIs(answer) {
    const changed = answer !== this.progress;
    this.progress = answer;
    return changed;
  }

  hasResult() {
    this.wanted = "";
    this.before = this.askedOf;
  }

  /** The answers are of something else. */
  wantsNothing() {
    this.wanted = "";
    this.before = null;
  }

  /** What was shown or asked for was of other answers than these. */
  answersChange() {
    this.resultAsked = 0;
    this.askedAt = null;
  }

  /** @param {HTMLElement} topic */
  comesTo(topic) {
    this.topic = topic;
  }

  /** @param {boolean} all */
  showsAllTopics(all) {
    this.allTopics = all;
  }

  /** The reader follows a link.
   * @param {"" | "answers" | "result"} from where it stands, where it leads to a question */
  goesToQuestion(from) {
    this.changing = from;
  }

  /** @param {boolean} pointer */
  usesPointer(pointer) {
    this.pointer = pointer;
  }

  /** @param {string} name A field's. */
  sees(name) {
    this.seen.add(name);
  }

  /**
   * @param {string | undefined} field
   * @param {string} text
   */
  writes(field, text) {
    this.written.set(field, text);
  }

  /** @param {Pairs} pairs */
  clears(pairs) {
    if (pairs.length) this.cleared = pairs;
  }

  /** @param {Pairs} pairs */
  goesAway(pairs) {
    this.kept = pairs;
  }

  followsLinkAway() {
    this.goingAway = true;
  }

  /** The reader leaves for good. */
  ends() {
    this.cleared = [];
    this.written.clear();
  }
}

/** @type {Readonly<Visit>} */
export const visit = new Visit();
