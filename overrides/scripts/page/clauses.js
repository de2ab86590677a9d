// Puts after each clause the buttons that copy its address or its citation, and says what was copied.
import { copyText } from "../copying.js";
import { copyOf, find, findAll } from "../elements.js";

const SAID_FOR = 6000; // milliseconds

/**
 * @param {string} pattern
 * @param {Record<string, string>} values
 */
const filledIn = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The line that says what was copied, or holds the text where the browser would not copy. */
class SaidLine {
  #line = find(document, "[data-said]");
  #field = find(this.#line, "textarea", HTMLTextAreaElement);
  #message = find(this.#line, "p");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;

  constructor() {
    find(this.#line, "button").addEventListener("click", () => this.#close());
  }

  /** @param {string} message */
  tell(message) {
    this.#open(message, true);
    this.#quiet = setTimeout(() => this.#close(), SAID_FOR);
  }

  /** @param {string} text */
  offer(text) {
    this.#open(this.#line.dataset.blocked ?? "", false);
    this.#field.value = text;
    this.#field.focus();
    this.#field.select();
  }

  /**
   * @param {string} message
   * @param {boolean} copied
   */
  #open(message, copied) {
    clearTimeout(this.#quiet);
    this.#message.textContent = message;
    this.#field.hidden = copied;
    this.#line.hidden = false;
  }

  #close() {
    this.#line.hidden = true;
  }
}

/**
 * @param {HTMLElement} button
 * @param {Record<string, string>} values
 * @param {SaidLine} said
 */
const copy = async ({ dataset: { copies = "", says = "" } }, values, said) => {
  const text = filledIn(copies, values);
  try {
    await copyText(text);
    said.tell(filledIn(says, values));
  } catch {
    said.offer(text);
  }
};

/**
 * @param {HTMLAnchorElement} number
 * @param {SaidLine} said
 */
const addTools = (number, said) => {
  const { href: address, textContent, dataset } = number;
  const values = { number: textContent, section: dataset.section ?? "", address };
  const tools = copyOf(document, "[data-clause-tools]");
  for (const button of findAll(tools, "button")) {
    button.setAttribute("aria-label", filledIn(button.getAttribute("aria-label") ?? "", values));
    button.addEventListener("click", () => copy(button, values, said));
  }
  number.parentElement?.append("\u00a0", tools);
};

export const offerClauseTools = () => {
  const numbers = findAll(document, ".clause > .clause-number", HTMLAnchorElement);
  if (!numbers.length) return;
  const said = new SaidLine();
  for (const number of numbers) addTools(number, said);
};
