// The published example that the address asks for: its story, its answers, and its result at once. Its number holds no
// word that a filter could stop; older addresses name it.
import { copyOf, findAll } from "../elements.js";
import { fill } from "./answers.js";
import { checker, story } from "./parts.js";
import { want } from "./python.js";

export const openExample = () => {
  const asked = new URLSearchParams(location.search).get("example");
  if (asked === null) return;
  const examples = findAll(checker, "[data-example]", HTMLTemplateElement);
  const example = examples.find(({ dataset: { number, example } }) => number === asked || example === asked);
  story.replaceChildren(example ? example.content.cloneNode(true) : copyOf(checker, '[data-message="missing"]'));
  story.hidden = false;
  if (!example) return;
  fill(JSON.parse(example.dataset.pairs ?? ""));
  want("show_example");
};
