// Reads [[source, target], ...] and writes target.br and target.gz, as small as each method makes them.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

for (const [source, target] of JSON.parse(readFileSync(0, "utf8"))) {
  const content = readFileSync(source);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${target}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${target}.br`, brotliCompressSync(content, { params }));
}
