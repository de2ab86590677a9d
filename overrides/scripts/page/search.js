// Opens the search by a button, and keeps the focus where the theme would lose it.
import { find, findAll } from "../elements.js";

const partsOfSearch = () => ({
  dialog: find(document, ".md-search"),
  query: find(document, ".md-search__input", HTMLInputElement),
  toggle: find(document, "[data-md-toggle=search]", HTMLInputElement),
  button: find(document, "[data-open-search]"),
  result: find(document, ".md-search-result"),
  matches: find(document, ".md-search-result__list"),
  nothing: find(document, "[data-nothing-found]"),
  meta: find(document, ".md-search-result__meta"),
  failed: find(document, "[data-search-failed]"),
});

const ANSWERS_WITHIN = 8000; // milliseconds

/** @typedef {ReturnType<typeof partsOfSearch>} Search */

/** @param {Search} search */
const close = ({ toggle }) => toggle.checked && toggle.click();

/**
 * The theme takes the focus from the search at Tab, and WebKit then goes on from the top of the page.
 *
 * @param {Search} search
 */
const keepFocus = (search) => {
  const { dialog, query, button, matches, nothing } = search;
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
    if (event.key === "Escape") setTimeout(() => button.focus());
  });
  query.addEventListener("keydown", (event) => {
    const last = !matches.children.length && nothing.hidden;
    if (event.key === "Tab" && (event.shiftKey || last)) close(search);
  });
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !dialog.contains(relatedTarget)) close(search);
  });
};

/**
 * What was found is reached by Tab, and where nothing was, the page says where to go.
 *
 * @param {Search} search
 */
const watchMatches = ({ query, result, matches, nothing }) => {
  new MutationObserver(() => {
    nothing.hidden = matches.children.length > 0 || !query.value.trim();
    for (const link of findAll(matches, "[tabindex='-1']")) link.removeAttribute("tabindex");
  }).observe(result, { childList: true, characterData: true, subtree: true });
};

/**
 * A search whose index or worker is blocked says so, and where to go: the theme would say for ever that it begins.
 *
 * @param {Search} search
 */
const sayIfItFails = ({ query, meta, nothing, failed }) => {
  const beginning = meta.textContent;
  const look = () => {
    const fails = meta.textContent === beginning && query.value.trim() !== "";
    failed.hidden = !fails;
    if (fails) nothing.hidden = false;
  };
  query.addEventListener("input", () => setTimeout(look, ANSWERS_WITHIN), { once: true });
  new MutationObserver(look).observe(meta, { childList: true, characterData: true, subtree: true });
};

export const openSearchByButton = () => {
  const search = partsOfSearch();
  const { button, toggle, query } = search;
  button.hidden = false;
  close(search); // a browser may have kept it open
  button.addEventListener("click", () => {
    toggle.click();
    query.focus();
  });
  keepFocus(search);
  watchMatches(search);
  sayIfItFails(search);
};
