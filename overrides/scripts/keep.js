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

const registration = () => service.getRegistration(scope);

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
  for (let its = await registration(); !its?.active; its = await registration()) {
    if (!its?.installing && !its?.waiting) throw new Error("the files could not all be stored");
    await showProgress();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const store = async () => {
  await service.register(address, { updateViaCache: "none" });
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
 * @param {boolean} half
 */
const showWhatThereIs = (its, half) => {
  if (its?.active) become(its.waiting ? "newer" : "kept");
  else if (its?.installing) attempt("keeping", untilStored, "kept");
  else if (half) become("half");
  else if (!["failed", "removed"].includes(keep.dataset.keep ?? "")) become("none");
};

// Another tab may have begun it, or this one before it was opened again.
const look = async () => {
  try {
    const its = await registration();
    const half = (await stores()).length > 0;
    if (!busy) showWhatThereIs(its, half);
  } catch {
    become("impossible");
  }
};

// The button that was pressed goes, and with it the place of whoever uses a keyboard.
keep.addEventListener("click", ({ target }) => {
  const button = /** @type {Element} */ (target);
  if (button.matches("[data-keep-now]")) attempt("keeping", store, "kept");
  if (button.matches("[data-keep-remove]")) attempt("removing", remove, "removed");
  if (button.matches("button")) status.focus();
});
document.addEventListener("visibilitychange", look);
keep.hidden = false;
look();
