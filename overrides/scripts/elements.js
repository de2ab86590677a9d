// What a script needs of its page. A page whose template lost an element says which.

/**
 * The first element of that kind that `selector` names. Throws an error that names it where there is none.
 *
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} [kind]
 * @returns {T}
 */
export const find = (within, selector, kind = /** @type {any} */ (HTMLElement)) => {
  const element = within.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${kind.name} ${selector}`);
};

/**
 * Every element that `selector` names. None is no fault.
 *
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} [_kind] what they are, for the types alone
 * @returns {T[]}
 */
export const findAll = (within, selector, _kind) => [
  .../** @type {NodeListOf<T>} */ (within.querySelectorAll(selector)),
];

/**
 * What the template that `selector` names holds, anew.
 *
 * @param {ParentNode} within
 * @param {string} selector
 */
export const copyOf = (within, selector) =>
  /** @type {DocumentFragment} */ (find(within, selector, HTMLTemplateElement).content.cloneNode(true));
