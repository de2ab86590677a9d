// Keeps the site on a device whose reader asked for it. overrides/offline/keeping.py puts before this Workbox, `kept` and
// `STORED`: the address of each file and the hash of its bytes, with the hash of the whole site where the address holds
// none; and what finds, in a page, the line that says that it is a stored copy.
const { core, precaching, routing, strategies } = workbox;
const NETWORK_WITHIN = 2; // seconds
const changing = new Set(kept.filter(({ revision }) => revision).map(({ url }) => new URL(url, location).href));
const address = (url) => url.split(/[?#]/)[0];
const stored = (url) => caches.match(precaching.getCacheKeyForURL(url), { cacheName: core.cacheNames.precache });

precaching.precache(kept);

// A store that an older Workbox named otherwise. Its own way would take that of a copy in a folder within this one, too.
const removeOlder = async () => {
  const ours = (await caches.keys()).filter((name) => name.includes("-precache-") && name.endsWith(registration.scope));
  const older = ours.filter((name) => name !== core.cacheNames.precache);
  await Promise.all(older.map((name) => caches.delete(name)));
};
addEventListener("activate", (event) => event.waitUntil(removeOlder()));
core.clientsClaim();

// A page from the store says that it is one, and of which day: the host's, as this device's clock may be wrong.
const marked = async (response) => {
  const headers = new Headers(response?.headers);
  if (!headers.get("Content-Type")?.startsWith("text/html")) return response;
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  const day = new Date(headers.get("Date") ?? NaN);
  const said = Number.isNaN(day.getTime()) ? "$3" : day.toLocaleDateString("en-GB", { dateStyle: "long" });
  return new Response((await response.text()).replace(STORED, `$1>$2${said}`), { headers });
};

const newest = new strategies.NetworkFirst({
  networkTimeoutSeconds: NETWORK_WITHIN,
  plugins: [
    {
      cacheWillUpdate: async () => null, // what is stored is one whole version
      cachedResponseWillBeUsed: async ({ request }) => marked(await stored(address(request.url))),
      fetchDidSucceed: async ({ response }) =>
        response.status < 500 ? response : Promise.reject(new Error(response.status)),
    },
  ],
});

// A page has one address: from any other that hosts know it by, the reader is led there.
const pageOf = ({ origin, pathname }) => {
  const path = pathname.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
  return [`${origin}${path}`, `${origin}${path}/`].find((page) => changing.has(page));
};
const isNamedOtherwise = ({ request, url }) =>
  request.mode === "navigate" && !changing.has(address(url.href)) && pageOf(url) !== undefined;

routing.registerRoute(isNamedOtherwise, async ({ url }) => Response.redirect(pageOf(url) + url.search));
routing.registerRoute(({ url }) => changing.has(address(url.href)), newest);
routing.registerRoute(
  ({ url }) => precaching.getCacheKeyForURL(url.href),
  async ({ request, url }) => (await stored(url.href)) ?? fetch(request),
);
