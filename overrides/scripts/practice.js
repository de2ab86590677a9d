// Puts the examples in the order, and leaves the ones, that the address asks for.
import { find, findAll } from "./elements.js";
import { showToRoom } from "./projector.js";

const form = find(document, "[data-choose]", HTMLFormElement);
const list = find(document, "[data-cases]");
const cases = findAll(list, ":scope > *");
const asked = new URLSearchParams(location.search);

/**
 * Numbers that look drawn, and are the same in every browser for the same seed (mulberry32).
 *
 * @param {number} seed
 */
const numbers = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    return (drawn ^ (drawn >>> 14)) >>> 0;
  };
};

/** @param {number} seed */
const shuffled = (seed) => {
  const next = numbers(seed);
  const drawn = new Map(cases.map((element) => [element, next()]));
  return [...cases].sort((one, other) => Number(drawn.get(one)) - Number(drawn.get(other)));
};

/** The examples in the order that is asked for. */
const putInOrder = () => {
  const order = (asked.get("order") ?? "").trim();
  const wrong = order !== "" && !/^\d{1,9}$/.test(order);
  const ordered = order && !wrong ? shuffled(Number(order)) : cases;
  list.append(...ordered);
  find(form, "[data-wrong]").hidden = !wrong;
  return ordered;
};

/**
 * @param {HTMLElement} element
 * @param {string} name
 */
const fits = ({ dataset }, name) => {
  const wanted = asked.get(name);
  return !wanted || (dataset[name] ?? "").split(" ").includes(wanted);
};

const leaveThoseThatFit = () => {
  for (const element of cases) element.hidden = !(fits(element, "step") && fits(element, "topic"));
  find(form, "[data-none]").hidden = cases.some((element) => !element.hidden);
};

const showWhatIsAsked = () => {
  for (const field of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
    const value = field.name && asked.get(field.name);
    if (value) field.value = value;
  }
};

/** @param {Event} event */
const ask = (event) => {
  event.preventDefault();
  const chosen = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  location.search = String(new URLSearchParams(chosen.filter(([, value]) => value.trim())));
};

// A link to the projector asks for the same examples in the same order.
const linkToThese = () => {
  for (const link of findAll(document, ".to-projector", HTMLAnchorElement)) {
    const search = new URLSearchParams(link.search);
    for (const { name } of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
      const value = name && asked.get(name);
      if (value) search.set(name, value);
    }
    link.search = String(search);
  }
};

showWhatIsAsked();
const ordered = putInOrder();
leaveThoseThatFit();
linkToThese();
form.addEventListener("submit", ask);
document.addEventListener("leave", () => {
  for (const field of findAll(list, "input", HTMLInputElement)) field.checked = false;
});
form.hidden = false;
showToRoom(
  ordered.filter((element) => !element.hidden),
  asked,
);
