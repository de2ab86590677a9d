// Runs the checker's Python from this folder's files, each checked against the manifest. What it is told and tells is in
// overrides/runtime/messages.d.ts.
const { fetch, unpacked } = self; // the second from overrides/offline/unpacked.js, in the zip
const here = new URL(".", unpacked?.address ?? self.location.href);
const { instantiateStreaming } = WebAssembly;
const PAGE = 65536;
const emptyZip = Uint8Array.of(0x50, 0x4b, 5, 6, ...Array(18).fill(0));
let python;

const got = async (name, options) => {
  const response = unpacked?.got(name) ?? (await fetch(new URL(name, here), options));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
};

const manifest = got("manifest.json").then((response) => response.json());

// The whole file, once the browser has found that it is the one that was published.
const whole = async (name) => {
  const { [name]: integrity } = await manifest;
  if (!integrity) throw new Error(`${name}: not in the manifest`);
  return got(name, { integrity });
};

const digest = async (response) => {
  const bytes = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
};

// A host that serves wasm under another type is put right.
const asWasm = (response) =>
  response.headers.get("Content-Type") === "application/wasm"
    ? response
    : new Response(response.body, { headers: { "Content-Type": "application/wasm" } });

// Firefox (140) compiles nothing more, in any page, once a page is left while it compiles what still arrives.
const losesWhatItCompiles = /Firefox\//.test(navigator.userAgent);

// Compiled while it arrives, and checked before it is used. Where the browser keeps digests for secure connections, it
// checks first.
const compiled = async (name) => {
  if (losesWhatItCompiles) return new WebAssembly.Module(await (await whole(name)).arrayBuffer());
  if (unpacked || !crypto.subtle) return WebAssembly.compileStreaming(asWasm(await whole(name)));
  const response = await got(name);
  const compiling = WebAssembly.compileStreaming(asWasm(response.clone()));
  const [hash, module] = await Promise.all([digest(response), compiling]);
  if (hash !== (await manifest)[name]) throw new Error(`${name}: not the file that was published`);
  return module;
};

const scripts = async () => {
  const names = ["pyodide.mjs", "pyodide.asm.mjs"];
  if (!unpacked) await Promise.all([...names, "worker.js"].map(whole));
  const imported = unpacked?.imported ?? ((name) => import(String(new URL(name, here))));
  const [{ loadPyodide }, asm] = await Promise.all(names.map(imported));
  return { loadPyodide, createPyodideModule: asm.default };
};

const tellingOf =
  (fail) =>
  (act) =>
  async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      fail(error);
      throw error;
    }
  };

// Pyodide waits for ever for a file that it cannot have or cannot use, so what fails is told at once.
const pyodide = ({ loadPyodide, createPyodideModule }, { instantiate, instead, ...options }) =>
  new Promise((resolve, reject) => {
    const told = tellingOf(reject);
    self.fetch = told(async (address) => {
      const name = String(address.url ?? address).replace(/.*\//, "");
      return name in instead ? new Response(instead[name]) : whole(name.replace(/\.whl$/, ".zip"));
    });
    WebAssembly.instantiateStreaming = told((_, imports) => instantiate(imports));
    told(loadPyodide)({ indexURL: here.href, createPyodideModule, ...options }).then(resolve, () => {});
  });

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 */
const instantiated = async (module, imports) => ({ module, instance: await WebAssembly.instantiate(module, imports) });

// Where Python keeps its way to call a function whose kind it does not know: each browser has its own, or none.
const trampolineOf = ({ memory, _PyRuntime, _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET }) => {
  const view = new DataView(memory.buffer);
  const at = _PyRuntime.value + view.getInt32(_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET.value, true);
  return [at, view.getInt32(at, true)];
};

// The snapshot is data for a memory that begins as Python's own does, with nothing above its data, where the stack is.
// See overrides/runtime/snapshot.py.
const fromSnapshot = (wasm, snapshot, { loadPyodide, createPyodideModule }) => {
  const [{ module, name }] = WebAssembly.Module.imports(snapshot);
  const memory = new WebAssembly.Memory({ initial: Number(name), maximum: Number(name) });
  let exported;
  return pyodide(
    {
      loadPyodide,
      createPyodideModule: async (settings) => {
        const made = await createPyodideModule(settings);
        const [at, trampoline] = trampolineOf(exported);
        new DataView(memory.buffer, PAGE).setInt32(at, trampoline, true);
        return made;
      },
    },
    {
      instead: { "pyodide.asm.wasm": "", "python_stdlib.zip": emptyZip },
      instantiate: async (imports) => {
        const loaded = await instantiated(await wasm, imports);
        exported = loaded.instance.exports;
        const data = new Uint8Array(exported.memory.buffer, 0, exported.__stack_low.value);
        new Uint8Array(memory.buffer, PAGE).set(data);
        await WebAssembly.instantiate(snapshot, { [module]: { [name]: memory } });
        return loaded;
      },
      _loadSnapshot: new Uint8Array(memory.buffer),
    },
  );
};

const ordinarily = async (wasm, from) => {
  const instantiate = async (imports) => instantiated(await wasm, imports);
  const loaded = await pyodide(from, { instead: { "pyodide.asm.wasm": "" }, instantiate });
  const problems = [];
  const packages = await loaded.loadPackage("hsb-checker", {
    messageCallback: () => {},
    errorCallback: (problem) => problems.push(problem),
  });
  if (!packages.length || problems.length) throw new Error(`the checker could not be loaded: ${problems.join("; ")}`);
  return loaded;
};

/** @param {import("./messages.d.ts").FromWorker} message */
const tell = (message) => self.postMessage(message);

const start = async () => {
  const [wasm, snapshot] = ["pyodide.asm.wasm", "snapshot.wasm"].map(compiled);
  for (const file of [wasm, snapshot]) file.catch(() => {}); // each is awaited below, and fails there
  const from = await scripts();
  const loaded = await snapshot
    .then((data) => fromSnapshot(wasm, data, from))
    .catch((error) => {
      console.warn(`Python starts without its snapshot: ${error}`);
      return ordinarily(wasm, from);
    });
  python = loaded.pyimport("checker.browser");
  self.fetch = fetch;
  WebAssembly.instantiateStreaming = instantiateStreaming;
  const { config } = loaded._api; // would keep a second copy of Python's memory
  delete config._loadSnapshot;
  delete config.createPyodideModule;
  tell({ ready: true });
};

const started = start().catch((error) => tell({ failed: String(error) }));

/** @param {MessageEvent<import("./messages.d.ts").FromPage>} event */
self.onmessage = async ({ data: { id, call, text } }) => {
  await started;
  try {
    tell({ id, answer: python[call](text) });
  } catch (error) {
    tell({ failed: String(error) });
  }
};
