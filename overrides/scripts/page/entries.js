// This page's entries in the browser's history: one for each part of it that the reader came to. Each is numbered, and
// the number alone is kept with it, so that leaving can step over them all.

/**
 * Milliseconds. The page is covered meanwhile. A browser that has not gone back by then is not waited for; one that is
 * only slow would go back in place of going away.
 */
const PATIENCE = 3000;

let here = 0;
let last = 0;
let { hash } = location;

/** @returns {{ entry?: number, left?: boolean }} */
const stateHere = () => history.state ?? {};

/** The number of this entry: that which it has, or the next where the reader has come to another part. */
const numberEntry = () => {
  const { entry, left } = stateHere();
  here = entry ?? here + Number(location.hash !== hash);
  last = Math.max(last, here);
  hash = location.hash;
  if (entry === undefined && !left) history.replaceState({ entry: here }, "");
};

/**
 * Waits until the browser is at another entry. One that was only just come to tells of itself, too: that is not it.
 *
 * @param {() => void} go
 */
const gone = (go) =>
  new Promise((resolve) => {
    const from = JSON.stringify(history.state);
    const arrive = () => {
      if (JSON.stringify(history.state) === from) return;
      removeEventListener("popstate", arrive);
      resolve(true);
    };
    addEventListener("popstate", arrive);
    setTimeout(resolve, PATIENCE);
    go();
  });

/**
 * How many entries of this page stand before this one. Chromium drops some of them once a tab has 50, so its own list
 * is asked where there is one.
 */
const before = () => {
  const list = /** @type {any} */ (window).navigation;
  if (!list?.currentEntry) return here;
  const others = list.entries().slice(0, list.currentEntry.index).reverse();
  const another = others.findIndex((/** @type {{ sameDocument: boolean }} */ { sameDocument }) => !sameDocument);
  return another < 0 ? others.length : another;
};

/** Goes to this page's first entry, and leaves one empty entry after it in place of all others. */
const cutOff = async () => {
  const steps = before();
  if (steps) await gone(() => history.go(-steps));
  history.pushState({ left: true }, "", location.href.split("#")[0]);
  await gone(() => history.back());
};

/** Whether the reader has left this entry: nothing of it may be shown again. */
export const wasLeft = () => stateHere().left === true;

/**
 * Goes to that address in place of every entry of this page.
 *
 * @param {string} address
 */
export const replaceEntries = async (address) => {
  try {
    numberEntry();
    if (last) await cutOff();
  } finally {
    location.replace(address);
    setInterval(() => location.replace(address), PATIENCE); // where going back, late, took its place
  }
};

export const numberEntries = () => {
  if (stateHere().entry !== undefined) last = 1; // a page that was here before: others may come after it
  numberEntry();
  addEventListener("hashchange", numberEntry);
};
