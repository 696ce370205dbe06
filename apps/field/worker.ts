/// <reference lib="webworker" />
/**
 * Keeps the page and its parts, so that it opens without a network. Data are not its business: those lie in IndexedDB.
 * Pictures of the map are kept as they were last seen, up to a number.
 */
const worker = self as unknown as ServiceWorkerGlobalScope
const SHELL = 'yutu-field-shell'
const PICTURES = 'yutu-field-pictures'
const PAGE = '/field/'
const MOST_PICTURES = 600

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(newestOr(request, PAGE))
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/web/')) event.respondWith(keptOr(request, SHELL))
  else if (pathname.startsWith('/api/onemap/imagery/')) event.respondWith(picture(request))
})

/** The page, and every part it names. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL)
  const page = await fetch(PAGE, { cache: 'reload' })
  const text = await page.clone().text()
  await cache.put(PAGE, page)
  const parts = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address]) => address!)
  await Promise.allSettled(parts.map((address) => cache.add(address)))
}

async function newestOr(request: Request, kept: string): Promise<Response> {
  try {
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(SHELL)).put(kept, answer.clone())
    return answer
  } catch (error) {
    const answer = await caches.match(kept)
    if (answer) return answer
    throw error
  }
}

/** Names of parts change with their content, so a kept one is never stale. */
async function keptOr(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function picture(request: Request): Promise<Response> {
  const cache = await caches.open(PICTURES)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PICTURES)).map((key) => cache.delete(key)))
  }
  return answer
}
