interface Window {
  /** The address of the checker's worker in the zip, where assets/python.js holds it. */
  packedWorker?: string;
}
