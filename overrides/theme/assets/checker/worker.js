// Runs the checker's Python, from this site's own files. Strings in, strings out.
const runtime = new URL("../runtime/", self.location.href);
let python;

const start = async () => {
  const { loadPyodide } = await import(new URL("pyodide.mjs", runtime));
  const pyodide = await loadPyodide({ indexURL: runtime.href });
  const problems = [];
  const loaded = await pyodide.loadPackage("hsb-checker", {
    messageCallback: () => {},
    errorCallback: (problem) => problems.push(problem),
  });
  if (!loaded.length || problems.length) throw new Error(`the checker could not be loaded: ${problems.join("; ")}`);
  python = pyodide.pyimport("checker.browser");
  self.postMessage({ ready: true });
};

const started = start().catch((error) => self.postMessage({ failed: String(error) }));

self.onmessage = async ({ data: { id, call, text } }) => {
  await started;
  try {
    self.postMessage({ id, answer: python[call](text) });
  } catch (error) {
    self.postMessage({ id, failed: String(error) });
  }
};
