// Runs the checker's Python, from this site's own files. Strings in, strings out.
const runtime = new URL("../runtime/", self.location.href);
const { fetch } = self;
const { instantiateStreaming } = WebAssembly;
let python;

// Pyodide waits for ever for a file that it cannot have or cannot use: what fails while it starts is told at once.
// A host that serves wasm under another type is put right.
const failure = new Promise((_, reject) => {
  const told = (act) => async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      reject(error);
      throw error;
    }
  };
  self.fetch = told(async (...request) => {
    const response = await fetch(...request);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response;
  });
  WebAssembly.instantiateStreaming = told(async (source, imports) => {
    const { body } = await source;
    const wasm = new Response(body, { headers: { "Content-Type": "application/wasm" } });
    return instantiateStreaming.call(WebAssembly, wasm, imports);
  });
});

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

const started = Promise.race([start(), failure]).catch((error) => self.postMessage({ failed: String(error) }));

self.onmessage = async ({ data: { id, call, text } }) => {
  await started;
  try {
    self.postMessage({ id, answer: python[call](text) });
  } catch (error) {
    self.postMessage({ id, failed: String(error) });
  }
};
