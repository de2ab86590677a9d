// On paper nothing is folded: what is folded on the screen opens for printing, and folds again afterwards.

/** @param {() => HTMLDetailsElement[]} folded what is to be opened, asked for each time */
export const unfoldOnPaper = (folded) => {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folded();
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
};
