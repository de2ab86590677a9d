// usage: node strings.mjs FILE...
// Prints, as JSON, the texts that each script holds, whoever reads them: `shown` by a page, or `told` to a console.
import fs from "node:fs";
import { parse } from "acorn";

const TELLS = new Set(["Error", "TypeError", "fail", "giveUp", "warn"]);

const nameOf = (callee) => callee?.name ?? callee?.property?.name ?? "";

const textOf = ({ type, value, regex }) => {
  if (type === "TemplateElement") return value.cooked;
  if (type === "Literal" && regex) return regex.pattern;
  return type === "Literal" && typeof value === "string" ? value : undefined;
};

const collect = (node, texts, told) => {
  const text = textOf(node);
  if (text !== undefined) texts[told ? "told" : "shown"].push(text);
  const tells = told || TELLS.has(nameOf(node.callee));
  for (const part of Object.values(node).flat()) if (part?.type) collect(part, texts, tells);
};

const textsOf = (file) => {
  const texts = { shown: [], told: [] };
  collect(parse(fs.readFileSync(file, "utf8"), { ecmaVersion: "latest", sourceType: "module" }), texts, false);
  return texts;
};

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [file, textsOf(file)]))));
