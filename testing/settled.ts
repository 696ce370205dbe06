import type { Page, Request } from 'playwright-core'

/** Requests of a page that have no answer yet. */
const open = new WeakMap<Page, Set<Request>>()

/** The line on which messages come stays open as long as the page: it is nothing to wait for. */
const counts = (request: Request) => request.resourceType() !== 'eventsource'

/** From now on `settled` knows what this page waits for. */
export function watchRequests(page: Page): void {
  const asked = new Set<Request>()
  open.set(page, asked)
  page.on('request', (request) => counts(request) && asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
}

const QUIET_MS = 500
const MOST_MS = 8_000

/** When nothing has been asked for half a second: then a picture shows what is there to be seen. Gives up after eight. */
export function settled(page: Page): Promise<void> {
  const asked = open.get(page)
  if (!asked) return page.waitForLoadState('networkidle', { timeout: MOST_MS }).catch(() => undefined)
  const end = Date.now() + MOST_MS
  return new Promise((resolve) => {
    let quietSince = Date.now()
    const timer = setInterval(() => {
      if (asked.size > 0) quietSince = Date.now()
      if (Date.now() - quietSince < QUIET_MS && Date.now() < end) return
      clearInterval(timer)
      resolve()
    }, 50)
  })
}
