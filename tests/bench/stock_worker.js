// What Pyodide's own manual says to write, with the checker's messages: nothing is made quicker, nothing slower.
const started = (async () => {
  const indexURL = new URL("/assets/runtime/570cc0de/", self.location.href).href;
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL });
  await pyodide.loadPackage("hsb-checker");
  const python = pyodide.pyimport("checker.browser");
  self.postMessage({ ready: true });
  return python;
})();

started.catch((error) => self.postMessage({ failed: String(error) }));

self.onmessage = async ({ data: { id, call, text } }) => {
  const python = await started;
  self.postMessage({ id, answer: python[call](text) });
};
