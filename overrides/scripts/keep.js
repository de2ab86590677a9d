// Keeps the site on this device when the reader asks for it, says how far that is, and removes it. The words are the page's.
import { copyOf, find } from "./elements.js";

const keep = find(document, "[data-keep]");
const status = find(keep, "[data-keep-status]");
const address = new URL("../service-worker.js", /** @type {HTMLScriptElement} */ (document.currentScript).src);
const scope = new URL(".", address).href;
const service = navigator.serviceWorker;
let busy = false;

/** @param {string} state */
const become = (state) => {
  if (keep.dataset.keep === state) return;
  keep.dataset.keep = state;
  status.replaceChildren(copyOf(keep, `[data-says="${state}"]`));
};

// Where this copy has none, the browser would give that of a site around it.
const registration = async () => (await service.getRegistrations()).find((each) => each.scope === scope);

const stores = async () => (await caches.keys()).filter((name) => name.endsWith(scope));

const showProgress = async () => {
  const files = await Promise.all((await stores()).map(async (name) => (await caches.open(name)).keys()));
  const bar = status.querySelector("progress");
  if (bar) bar.value = files.flat().length;
};

const remove = async () => {
  await (await registration())?.unregister();
  await Promise.all((await stores()).map((name) => caches.delete(name)));
};

const untilStored = async () => {
  // Asked for each time: an older registration may go on showing a worker that is gone.
  for (let its = await registration(); !its?.active || its.installing; its = await registration()) {
    if (!its?.installing && !its?.waiting) throw new Error("the files could not all be stored");
    await showProgress();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (!(await stores()).length) throw new Error("the files were not stored");
};

// A browser may empty what is stored and keep the worker. Under another address it is installed anew, with its files.
const addressToRegister = async () => {
  const emptied = (await registration())?.active && !(await stores()).length;
  return emptied ? `${address}?again=${Date.now()}` : address;
};

const store = async () => {
  await service.register(await addressToRegister(), { updateViaCache: "none" });
  await untilStored();
};

/**
 * @param {string} during
 * @param {() => Promise<void>} act
 * @param {string} then
 */
const attempt = async (during, act, then) => {
  busy = true;
  become(during);
  try {
    await act();
    become(then);
  } catch (error) {
    console.warn(String(error));
    await remove().catch(() => {});
    become("failed");
  }
  busy = false;
};

/**
 * @param {ServiceWorkerRegistration | undefined} its
 * @param {boolean} stored whether anything is
 */
const stateOf = (its, stored) => {
  if (its?.active && stored) return its.waiting ? "newer" : "kept";
  if (its?.installing) return "keeping";
  return its?.active || stored ? "half" : "none";
};

/** @param {string} state */
const showState = (state) => {
  if (state === "keeping") attempt("keeping", untilStored, "kept");
  else if (state !== "none" || !["failed", "removed"].includes(keep.dataset.keep ?? "")) become(state);
};

// Another tab may have begun it, or this one before it was opened again.
const look = async () => {
  try {
    const its = await registration();
    const stored = (await stores()).length > 0;
    if (!busy) showState(stateOf(its, stored));
  } catch {
    become("impossible");
  }
};

// The button that was pressed goes, and with it the place of whoever uses a keyboard.
keep.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  if (button.matches("[data-keep-now]")) attempt("keeping", store, "kept");
  if (button.matches("[data-keep-remove]")) attempt("removing", remove, "removed");
  status.focus();
});
document.addEventListener("visibilitychange", look);
keep.hidden = false;
look();
