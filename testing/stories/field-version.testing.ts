import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Front = {
  address: string
  /** which build of the phone's page it gives out; the page says so in <meta name="build"> */
  build: number
  /** paths that are answered with 503 for now */
  away: Set<string>
  close(): void
}

const CHANGED = new Set(['/field/', '/field/worker.js'])

/** A server before the server: gives out newer builds of the page, and lets single addresses be away. */
export async function openFront(behind: string): Promise<Front> {
  const server = createServer((from, to) => {
    const path = new URL(from.url!, behind).pathname
    if (front.away.has(path)) return to.writeHead(503).end()
    pass(
      from,
      to,
      behind,
      CHANGED.has(path) && from.method === 'GET' ? (text) => changed(path, text, front.build) : undefined,
    )
  })
  const front: Front = { address: '', build: 1, away: new Set(), close: () => server.close() }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  front.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return front
}

/** A newer build has other parts, so its worker is another. */
const changed = (path: string, text: string, build: number) =>
  path === '/field/'
    ? text.replace('<head>', `<head><meta name="build" content="${build}" />`)
    : text.replace('"/assets/', `"/field/?build=${build}","/assets/`)

function pass(from: IncomingMessage, to: ServerResponse, behind: string, change?: (text: string) => string): void {
  const headers = { ...from.headers, ...(change && { 'accept-encoding': 'identity' }) }
  // Behind, it is still the same file.
  if (change)
    for (const name of ['if-none-match', 'if-modified-since']) delete (headers as Record<string, unknown>)[name]
  const asked = request(new URL(from.url!, behind), { method: from.method, headers }, (answer) => {
    if (!change || answer.statusCode !== 200) {
      to.writeHead(answer.statusCode!, answer.headers)
      return answer.pipe(to)
    }
    const pieces: Buffer[] = []
    answer.on('data', (piece: Buffer) => pieces.push(piece))
    answer.on('end', () => {
      const { 'content-length': _, etag: __, ...rest } = answer.headers
      to.writeHead(200, rest).end(change(Buffer.concat(pieces).toString('utf8')))
    })
  })
  asked.on('error', () => to.destroy())
  from.pipe(asked)
  to.on('close', () => asked.destroy())
}
