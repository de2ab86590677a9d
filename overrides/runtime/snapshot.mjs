// usage: node snapshot.mjs PYODIDE STDLIB MODULE OUT
// Writes Pyodide's memory with MODULE imported from STDLIB, a zip: the same bytes at every run.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, stdlib, module, out] = process.argv.slice(2);
process.argv[1] = "python"; // Python keeps the path of this file as its own name

// What would differ between two runs is fixed before Pyodide is imported.
let seed = 1;
const fill = (view) => {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let i = 0; i < bytes.length; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = seed >> 16;
  }
  return view;
};
const instant = Date.UTC(2026, 0, 1);
globalThis.crypto.getRandomValues = fill;
crypto.randomFillSync = fill;
Math.random = () => 0.5;
performance.now = () => 0;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [instant]));
  }
  static now() {
    return instant;
  }
};

const { loadPyodide } = await import(pathToFileURL(path.resolve(folder, "pyodide.mjs")));
const pyodide = await loadPyodide({
  _makeSnapshot: true,
  stdLibURL: path.resolve(stdlib),
  args: ["-OO", "-X", "no_debug_ranges"],
  env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
});
const scrub = pyodide.pyimport("scrub");
scrub.ready(module);
const snapshot = new Uint8Array(pyodide.makeMemorySnapshot());

// No call is under way, so what the stack holds is left over.
const { _emscripten_stack_get_end: end, _emscripten_stack_get_current: current } = pyodide._module;
const [, header] = new Uint32Array(snapshot.buffer, 0, 2);
snapshot.fill(0, header + end(), header + current());
fs.writeFileSync(out, snapshot);
process.exit(0);
