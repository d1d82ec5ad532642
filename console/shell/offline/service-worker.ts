/*
 * Lets the pages that were taken along open without network. It keeps files of the build and the one
 * page that they belong to, nothing else: no answer of the interface, no paper, no picture is ever
 * kept here in clear (docs/adr/what-is-taken-along-lies-sealed.md).
 */

interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Asked extends Event {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Worker {
  readonly location: Location;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}

// The library of types for pages does not know that this runs in a worker.
const worker = globalThis as unknown as Worker;
const prefix = 'huiyin-shell-';
const cacheName = `${prefix}__SHELL_VERSION__`;
const page = '/console/';
/** A network that answers no page in this time, in milliseconds, is none. */
const patience = 4000;

async function fetchWhole(url: string): Promise<Response> {
  const response = await fetch(url, { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function keepShell(): Promise<void> {
  const list = (await (await fetchWhole('/console/shell-files.json')).json()) as {
    readonly files: readonly string[];
  };
  const cache = await caches.open(cacheName);
  await cache.put(page, await fetchWhole(page));
  for (const file of list.files) {
    // What an earlier release had already need not come through a thin network again.
    await cache.put(file, (await caches.match(file)) ?? (await fetchWhole(file)));
  }
}

async function dropOld(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function openPage(request: Request): Promise<Response> {
  const kept = await caches.match(page);
  if (kept === undefined) return fetch(request);
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), patience);
  });
  return Promise.race([fetch(request).catch(() => kept), late]);
}

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOld()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (!url.pathname.startsWith(page)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (url.pathname.startsWith('/console/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
