// Stands before the theme's search in its worker. What a reader types becomes words that the index holds: a clause by its
// number, a phone number however it is spaced, a word that is spelt otherwise. Nothing that they type is an operator.
import { closest, distance } from "fastest-levenshtein";

/** @typedef {{ title: string, text: string, aliases?: string }} Entry */

const OPERATORS = /[~^+*:\\"]+/g;
const WORD = /\p{L}[\p{L}\p{N}']*/gu;
const NUMBER = /\d[\d ]{4,}\d/g;
const CLAUSE = /^(?:c-)?(\d[a-z\d.-]*)$/;
const ENDING = /(?:'s|s|es|ed|ing|er|ly)$/;
const SHORTEST_TO_MEND = 4;
const LONG = 8;

/** @type {string[]} */
let words = [];
/** @type {Map<string, string>} */
let numbers = new Map();
/** @type {Set<string>} */
let clauses = new Set();
/** @type {{ separator: RegExp, otherwise: string }} */
let set = { separator: /\s+/, otherwise: "" };

/** @param {string} text */
const digits = (text) => text.replaceAll(" ", "");

/** @param {{ docs: Entry[], config: { separator: string, otherwise: string } }} index */
const learn = ({ docs, config }) => {
  const all = docs
    .map(({ title, text, aliases = "" }) => `${title} ${text.replace(/<[^>]+>/g, " ")} ${aliases}`)
    .join(" ");
  words = [...new Set(all.toLowerCase().match(WORD))].sort();
  numbers = new Map([...all.matchAll(NUMBER)].map(([number]) => [digits(number), number]));
  clauses = new Set(all.match(/\bclause\d[a-z\d]*\b/g));
  set = { separator: new RegExp(config.separator, "g"), otherwise: config.otherwise };
};

/** @param {string} start */
const begins = (start) => words.some((word) => word.startsWith(start));

/** @param {string} word A word that no word of the index begins with becomes the one that is spelt most like it. */
const mended = (word) => {
  if (word.length < SHORTEST_TO_MEND || !/^\p{L}+$/u.test(word) || begins(word.replace(ENDING, ""))) return word;
  const nearest = closest(word, words);
  return distance(word, nearest) <= (word.length < LONG ? 1 : 2) ? nearest : word;
};

/** @param {string} word */
const understood = (word) => {
  const clause = `clause${CLAUSE.exec(word)?.[1].replace(/[.-]/g, "")}`;
  if (clauses.has(clause)) return clause;
  return numbers.get(word) ?? mended(word);
};

/** @param {string} question */
const asWords = (question) => {
  const typed = question.toLowerCase().replace(OPERATORS, " ").split(/\s+/).filter(Boolean);
  const asked = typed.map((word) => understood(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))).join(" ");
  const nothingIsLeft = typed.length > 0 && !asked.replace(set.separator, " ").trim();
  return nothingIsLeft ? set.otherwise : asked;
};

// The theme hears the same message after this.
addEventListener("message", ({ data: message }) => {
  if (message.type === 0) learn(message.data);
  if (message.type === 2) message.data = asWords(message.data);
});
