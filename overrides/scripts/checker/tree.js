// A tree that Python made, as elements. What stands in it by reference is in the page already.
import { find } from "../elements.js";
import { checker } from "./parts.js";

/** @typedef {import("../../runtime/messages.d.ts").Tree} Tree */

/**
 * @param {Tree} tree
 * @returns {Node}
 */
export const built = (tree) => {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  const references = checker.querySelector(`[data-references="${tag}"]`);
  if (references instanceof HTMLTemplateElement) {
    return find(references.content, `[data-ref="${attributes.ref}"] > *`).cloneNode(true);
  }
  const inPage = attributes.ref && checker.querySelector(`[data-${tag}="${attributes.ref}"]`);
  if (inPage) return inPage.cloneNode(true);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(built));
  return element;
};
