// Shows the examples to a room: one on a screen, a part at a time, by keys, by a presenter's clicker or by buttons.
import { find, findAll } from "./elements.js";

const VIEW = ["view", "projector"];
const root = document.documentElement;
const title = find(document, "[data-screen-title]");
const controls = find(document, "[data-controls]");
const said = find(controls, "[data-now]");
const backButton = find(controls, "[data-back]");
const forwardButton = find(controls, "[data-forward]");

/** What is shown: of these examples the one with this number, and of its parts the one with this number. */
const screen = { examples: /** @type {HTMLElement[]} */ ([]), example: 0, part: 0 };

const example = () => /** @type {HTMLElement} */ (screen.examples[screen.example]);

const parts = () => [...new Set(findAll(example(), "[data-part]").map(({ dataset }) => dataset.part ?? ""))];

const isFirst = () => screen.example === 0 && screen.part === 0;
const isLast = () => screen.example === screen.examples.length - 1 && screen.part === parts().length - 1;
const isOpen = () => root.hasAttribute("data-projector");

/** @param {Record<string, string | null>} changes what the address asks for from now on; null is asked for no more */
const putInAddress = (changes) => {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(history.state, "", address);
};

const uncoverPart = () => {
  const part = parts()[screen.part] ?? "";
  for (const element of findAll(example(), "[data-part]")) {
    if ([element.dataset.part, element.dataset.also].includes(part)) element.dataset.uncovered = part;
  }
  for (const folded of findAll(example(), "details", HTMLDetailsElement)) {
    folded.open = folded.querySelector("[data-uncovered]") !== null;
  }
  return part;
};

const coverAll = () => {
  for (const uncovered of findAll(document, "[data-uncovered]")) delete uncovered.dataset.uncovered;
  for (const each of screen.examples) {
    for (const folded of findAll(each, "details", HTMLDetailsElement)) folded.open = false;
  }
};

/** @param {string} part */
const say = (part) => {
  const words = { n: String(screen.example + 1), of: String(screen.examples.length), part: said.dataset[part] ?? "" };
  said.textContent = Object.entries(words).reduce(
    (text, [name, word]) => text.replace(`{${name}}`, word),
    said.dataset.now ?? "",
  );
};

const show = () => {
  coverAll();
  example().dataset.uncovered = "";
  title.textContent = find(example(), "summary").textContent;
  say(uncoverPart());
  backButton.ariaDisabled = String(isFirst());
  forwardButton.ariaDisabled = String(isLast());
  putInAddress({ example: example().dataset.case ?? null });
  scrollTo({ top: 0, behavior: "instant" });
};

/** @param {{ example?: number, part: number }} place */
const goTo = (place) => {
  Object.assign(screen, place);
  show();
  if (!controls.contains(document.activeElement)) title.focus({ preventScroll: true });
};

const forward = () => {
  if (screen.part < parts().length - 1) goTo({ part: screen.part + 1 });
  else if (!isLast()) goTo({ example: screen.example + 1, part: 0 });
};

// Another example is met at its story, also from behind: nothing is uncovered that nobody asked for.
const back = () => {
  if (screen.part > 0) goTo({ part: screen.part - 1 });
  else if (!isFirst()) goTo({ example: screen.example - 1, part: 0 });
};

const close = () => {
  const shown = example();
  root.removeAttribute("data-projector");
  title.hidden = controls.hidden = true;
  coverAll();
  find(shown, "details", HTMLDetailsElement).open = true;
  putInAddress({ view: null, example: null });
  find(shown, "summary").focus();
};

/**
 * Scrolls by most of a screen where there is more of the part to read, or else goes on.
 *
 * @param {1 | -1} way
 * @param {() => void} goOn
 */
const readOr = (way, goOn) => () => {
  const { scrollTop, clientHeight, scrollHeight } = root;
  const left = way > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
  if (left > 1) scrollBy({ top: way * 0.7 * clientHeight, behavior: "instant" });
  else goOn();
};

const readOn = readOr(1, forward);
const readBack = readOr(-1, back);
const KEYS = new Map([
  ["ArrowRight", forward],
  ["ArrowLeft", back],
  ["PageDown", readOn],
  ["PageUp", readBack],
  [" ", readOn],
  ["Shift+ ", readBack],
  ["Escape", close],
]);
const OPENED = CSS.supports("selector(:popover-open)") ? ":popover-open" : "[popover].shown";
const FIELDS = "input, select, textarea";
const PRESSED_BY_SPACE = "button, a, summary";

/** @param {KeyboardEvent} event */
const press = (event) => {
  if (!isOpen() || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = /** @type {Element} */ (event.target);
  if (target.closest(event.key === " " ? `${FIELDS}, ${PRESSED_BY_SPACE}` : FIELDS)) return;
  if (document.querySelector(OPENED)) return;
  const act = KEYS.get(event.shiftKey ? `Shift+${event.key}` : event.key);
  if (!act) return;
  event.preventDefault();
  act();
};

// Whoever chooses with a mouse has a clicker in the other hand: a field that kept the focus would keep its keys.
const giveKeysBack = () => {
  let pointed = false;
  addEventListener("pointerdown", () => {
    pointed = true;
  });
  addEventListener("keydown", () => {
    pointed = false;
  });
  addEventListener("change", () => {
    if (pointed && isOpen()) setTimeout(() => title.focus({ preventScroll: true }));
  });
};

/**
 * Opens the view where the address asks for it, at the example that it names or else at the first.
 *
 * @param {HTMLElement[]} examples those that are to be shown, in their order; with none, nothing is opened
 * @param {URLSearchParams} asked
 */
export const showToRoom = (examples, asked) => {
  const [name, value] = /** @type {[string, string]} */ (VIEW);
  if (asked.get(name) !== value || !examples.length) return;
  const named = examples.findIndex(({ dataset }) => dataset.case === asked.get("example"));
  Object.assign(screen, { examples, example: Math.max(named, 0), part: 0 });
  root.setAttribute("data-projector", "");
  title.hidden = controls.hidden = false;
  show();
  addEventListener("keydown", press);
  giveKeysBack();
  backButton.addEventListener("click", back);
  forwardButton.addEventListener("click", forward);
  find(controls, "[data-close]").addEventListener("click", close);
};
