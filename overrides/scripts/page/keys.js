// The theme opens its search, and goes to the next page, by single letters. Who speaks to a device, or brushes a key, would
// be led away by chance (WCAG 2.1.4): here a letter does nothing but write.

const LETTERS = ["f", "s", "/", "p", ",", "n", "."];

export const takeNoOrdersFromLetters = () => {
  const stop = (/** @type {KeyboardEvent} */ event) => {
    if (LETTERS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  };
  addEventListener("keydown", stop, { capture: true });
};
