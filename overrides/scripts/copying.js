// What is copied, or known not to be: some browsers refuse, and some never answer.
const ANSWERS_WITHIN = 2000; // milliseconds

/**
 * Copies a text. Throws where the browser refuses, or does not answer.
 *
 * @param {string} text
 */
export const copyText = (text) =>
  new Promise((resolve, reject) => {
    setTimeout(reject, ANSWERS_WITHIN, new Error("no answer"));
    navigator.clipboard.writeText(text).then(resolve, reject);
  });
