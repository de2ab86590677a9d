interface WorkerGlobalScope {
  /** What the zip has in the place of addresses: see overrides/offline/unpacked.js. */
  unpacked?: {
    address: string;
    got: (name: string) => Response;
    imported: (name: string) => Promise<unknown>;
  };
}
