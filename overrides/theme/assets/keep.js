// Keeps the site on this device when the reader asks for it, says how far that is, and removes it. The words are the page's.
(() => {
  const keep = document.querySelector("[data-keep]");
  if (!keep) return;

  const worker = new URL("../service-worker.js", document.currentScript.src);
  const scope = new URL(".", worker).href;
  const service = navigator.serviceWorker;
  const status = keep.querySelector("[data-keep-status]");
  let busy = false;

  const become = (state) => {
    if (keep.dataset.keep === state) return;
    keep.dataset.keep = state;
    status.replaceChildren(keep.querySelector(`[data-says="${state}"]`).content.cloneNode(true));
  };

  const stores = async () => (await caches.keys()).filter((name) => name.endsWith(scope));

  const progress = async () => {
    const found = await Promise.all((await stores()).map(async (name) => (await caches.open(name)).keys()));
    const bar = status.querySelector("progress");
    if (bar) bar.value = found.flat().length;
  };

  const clear = async () => {
    await (await service.getRegistration(scope))?.unregister();
    await Promise.all((await stores()).map((name) => caches.delete(name)));
  };

  const settled = async () => {
    let found; // asked for each time: an older one may go on showing a worker that is gone
    while (!(found = await service.getRegistration(scope))?.active) {
      if (!found?.installing && !found?.waiting) throw new Error("the files could not all be stored");
      await progress();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  const attempt = async (during, act, then) => {
    busy = true;
    become(during);
    try {
      await act();
      become(then);
    } catch (error) {
      console.warn(String(error));
      await clear().catch(() => {});
      become("failed");
    }
    busy = false;
  };

  const store = () => service.register(worker, { updateViaCache: "none" }).then(settled);

  // Another tab may have begun it, or this one before it was opened again.
  const look = async () => {
    try {
      const found = await service.getRegistration(scope);
      const half = (await stores()).length > 0;
      if (busy) return;
      if (found?.active) become(found.waiting ? "newer" : "kept");
      else if (found?.installing) attempt("keeping", settled, "kept");
      else if (half || !["failed", "removed"].includes(keep.dataset.keep)) become(half ? "half" : "none");
    } catch {
      become("impossible");
    }
  };

  // The button that was pressed goes, and with it the place of whoever uses a keyboard.
  keep.addEventListener("click", ({ target }) => {
    if (target.matches("[data-keep-now]")) attempt("keeping", store, "kept");
    if (target.matches("[data-keep-remove]")) attempt("removing", clear, "removed");
    if (target.matches("button")) status.focus();
  });
  document.addEventListener("visibilitychange", look);
  keep.hidden = false;
  look();
})();
