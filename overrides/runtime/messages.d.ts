// What a page and the worker that runs Python say to each other. Nothing else passes between them.

/** From the page: a function of checker/browser.py, and what it is given, as JSON. `id` is a number of its own. */
export type FromPage = { id: number; call: string; text: string };

/** From the worker: Python has started; or it could not, or failed while it answered; or what it answered to `id`. */
export type FromWorker = { ready: true } | { failed: string } | { id: number; answer: string };

/** An answer is `{ tree }`, as JSON: what to show. checker/tree.py makes it of texts, and of tags with what is in them. */
export type Tree = string | [tag: string, attributes: Record<string, string>, ...children: Tree[]];
