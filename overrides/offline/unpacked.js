// Stands before the checker's worker in the zip, with `packed`: each file of the worker's folder, as gzip in base64.
{
  const packed = self.packed;

  // Pyodide takes a worker that has this for one that cannot import.
  self.importScripts = () => {
    throw new TypeError("as in a module worker");
  };

  const got = (name) => {
    const text = packed[name];
    const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip")));
  };

  // WebKit imports no blob for a page in a folder; what the others do with an address of a megabyte takes seconds.
  const imported = async (name) => {
    const text = await got(name).text();
    const blob = new Blob([text], { type: "text/javascript" });
    return import(URL.createObjectURL(blob)).catch(() => import(`data:text/javascript,${encodeURIComponent(text)}`));
  };

  self.unpacked = { address: "https://unpacked.invalid", got, imported };
}
