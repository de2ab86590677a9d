// Where the reader is: at a topic, at all of them, at the answers to check, or at the result. The address names the place,
// and no answer.
import { find, findAll } from "../elements.js";
import { narrow, showAllAgain } from "./find.js";
import { checker, form, outcome, summary, topics, ways } from "./parts.js";
import { answersTo } from "./questions.js";
import { summarise } from "./summary.js";
import { visit } from "./visit.js";

/** @param {string} hash */
const named = (hash) => document.getElementById(hash.slice(1));

/** @param {string} hash */
export const isOurs = (hash) => checker.contains(named(hash));

const isAtResult = () => named(location.hash) === outcome && outcome.hasChildNodes();

/** @param {Element | null} to */
const isQuestion = (to) => to?.matches(".question:not(.off)") ?? false;

const readAddress = () => {
  const to = named(location.hash);
  const toAnswers = topics.at(-1)?.contains(to);
  if (to === form || to === ways || toAnswers) visit.showsAllTopics(to === form);
  const topic = location.hash ? to?.closest(".topic") : topics[0];
  if (topic instanceof HTMLElement) visit.comesTo(topic);
};

/** @param {HTMLElement} topic */
const isShown = (topic) => (visit.allTopics ? !topic.contains(summary) : !isAtResult() && topic === visit.topic);

const showTopics = () => {
  const changing = !visit.allTopics && visit.changing === "result" && isQuestion(named(location.hash));
  checker.classList.toggle("changing", changing);
  checker.classList.toggle("all", visit.allTopics);
  for (const topic of topics) {
    topic.hidden = !isShown(topic);
    if (topic.hidden) continue;
    for (const { name } of findAll(topic, "input", HTMLInputElement)) visit.sees(name);
  }
};

/** @param {HTMLElement | null} place */
const isCurrent = (place) => {
  if (place === form) return visit.allTopics;
  if (place === ways) return !visit.allTopics;
  return !visit.allTopics && !isAtResult() && visit.topic.contains(place);
};

const markWays = () => {
  for (const link of findAll(ways, "a", HTMLAnchorElement))
    link.ariaCurrent = isCurrent(named(link.hash)) ? "step" : null;
};

/** Shows what the address names. */
export const showPlace = () => {
  readAddress();
  showTopics();
  outcome.hidden = !visit.allTopics && !isAtResult() && visit.python !== "failed";
  markWays();
  summarise();
  narrow();
  if (named(location.hash)?.closest(".unfit")) showAllAgain();
};

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} [inView]
 */
const focusOn = (element, inView = element) => {
  inView.scrollIntoView();
  element.focus({ preventScroll: true });
};

/** The focus goes to the answer, or to the heading, of the place that the address names. */
export const focusPlace = () => {
  const to = named(location.hash);
  if (!to || !checker.contains(to)) return;
  if (isQuestion(to)) {
    focusOn(answersTo(to)[0] ?? find(to, "input"), to);
    return;
  }
  const isHeading = to.matches("[tabindex]") && to !== outcome;
  const heading = isHeading ? to : find(isAtResult() ? outcome : visit.topic, "[tabindex], h2");
  heading.tabIndex = -1;
  focusOn(heading);
};

/** @param {string} hash */
export const goTo = (hash) => {
  if (location.hash !== hash) {
    location.hash = hash;
    return;
  }
  showPlace();
  focusPlace();
};

const backFrom = {
  answers: () => find(ways, "p a:last-child", HTMLAnchorElement).hash,
  result: () => `#${outcome.id}`,
};

/**
 * Where a link of the checker leads. The way on from an answer that is being changed leads back to the answers.
 *
 * @param {HTMLAnchorElement} link
 */
export const leadsTo = (link) => {
  if (link.matches("[data-next]") && visit.changing) return backFrom[visit.changing]();
  if (link.closest(".summary")) visit.goesToQuestion("answers");
  else visit.goesToQuestion(link.closest("[data-from]") && isQuestion(named(link.hash)) ? "result" : "");
  return link.hash;
};
