/// <reference lib="webworker" />
/**
 * Keeps one version of the page with all its parts, so that it opens without a network and does not change under unsent work: a
 * newer one is fetched whole beside it and waits until the page says so. Data are not its business: those lie in IndexedDB
 * and in files. Pictures of the map are kept as they were last seen, up to a number.
 */
const worker = self as unknown as ServiceWorkerGlobalScope
/** Addresses of all parts of this build; written in by the build (apps/web/vite.config.ts), so that a new build is a new worker. */
declare const FIELD_PARTS: string[]
const SHELL = `yutu-field-shell-${nameOf(FIELD_PARTS)}`
const PICTURES = 'yutu-field-pictures'
const PAGE = '/field/'
const MOST_PICTURES = 600

worker.addEventListener('install', (event) => event.waitUntil(keepShell()))
worker.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => worker.clients.claim())))

// An older version stays at work until unsent work is sent and open transactions have ended (sync/new-version.tsx).
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})

/** With the network back the browser wakes this; the page, where one is open, sends (sync/background.ts). */
worker.addEventListener('sync', (event) => {
  const { waitUntil } = event as ExtendableEvent
  waitUntil.call(event, wakePages())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && pathname.startsWith(PAGE)) event.respondWith(keptOr(request, SHELL, PAGE))
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/web/'))
    event.respondWith(keptOr(request, SHELL, request.url))
  else if (pathname.startsWith('/api/onemap/imagery/')) event.respondWith(picture(request))
})

/** The page and every part of it, or nothing: half a page would not open. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL)
  await cache.add(new Request(PAGE, { cache: 'reload' }))
  await cache.addAll(FIELD_PARTS)
}

async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('yutu-field-shell') && name !== SHELL)
  await Promise.all(old.map((name) => caches.delete(name)))
}

async function wakePages(): Promise<void> {
  for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage('send')
}

/** Names of parts change with their content, so a kept one is never stale. */
async function keptOr(request: Request, name: string, address: string): Promise<Response> {
  const cache = await caches.open(name)
  const kept = await cache.match(address)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && request.mode !== 'navigate') await cache.put(request, answer.clone())
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

/** FNV-1a: a name, no proof. */
function nameOf(parts: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const letter of parts.join()) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16)
}
