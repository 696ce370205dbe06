import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { timeOfUuidv7 } from '../crypto/uuid.ts'
import type { Database } from '../db/database.ts'
import { CHANNEL } from '../messages/channel.ts'
import { messagesSince, unreadOf } from '../messages/inbox.ts'
import { Refusal } from '../problems/problem.ts'
import { NOT_SIGNED_IN } from './run-action.ts'
import type { Surroundings } from './surroundings.ts'

/** A proxy between cuts a line on which nothing is said; so does a browser that sleeps. */
const BEAT_MS = 20_000
/** What a page waits before it comes back, milliseconds. */
const RETRY_MS = 3_000

/** Far more than come within the two minutes that are looked at again. */
const MOST_SEEN = 2_000

type Reader = { person: string; ring(): void; end(): void }

/**
 * GET /api/messages/stream (text/event-stream): `message` for each new message of whoever is signed in, with its id, and
 * `unread` with the counts after every change. Goes on behind Last-Event-ID; the same message may come twice, never not at all.
 * `isStillIn` is asked with every beat: whoever is signed out hears no more.
 */
export function messageStream(
  server: FastifyInstance,
  { database }: Surroundings,
  isStillIn: (request: FastifyRequest) => Promise<boolean>,
): void {
  const readers = new Set<Reader>()
  let listening: Promise<() => Promise<void>> | undefined
  let isClosing = false
  const heard = (person: string | null) => {
    for (const reader of readers) if (person === null || reader.person === person) reader.ring()
  }
  server.get('/api/messages/stream', async (request, reply) => {
    if (!request.person) throw new Refusal(NOT_SIGNED_IN)
    listening ??= database.listen(CHANNEL, heard)
    await listening
    reply.hijack()
    // Who left, or was to leave, while we waited says no «close» any more.
    if (isClosing || request.raw.socket.destroyed) return void reply.raw.destroy()
    const reader = readerOf(request, reply, database)
    readers.add(reader)
    const beat = setInterval(async () => {
      if (await isStillIn(request).catch(() => true)) reply.raw.write(': beat\n\n')
      else reader.end()
    }, BEAT_MS)
    reply.raw.on('close', () => {
      clearInterval(beat)
      readers.delete(reader)
    })
    reader.ring()
  })
  server.addHook('preClose', async () => {
    isClosing = true
    for (const reader of readers) reader.end()
    await (await listening)?.()
  })
}

function readerOf(request: FastifyRequest, reply: FastifyReply, { db }: Database): Reader {
  const { raw } = reply
  const person = request.person!.id
  const known = timeOfUuidv7(String(request.headers['last-event-id'] ?? ''))
  const seen = new Set<string>()
  let since = new Date(known ?? Date.now())
  // A page that has just opened asks for its list itself.
  let isFirst = known === undefined
  const head = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } as Record<
    string,
    string
  >
  raw.writeHead(200, head)
  raw.write(`retry: ${RETRY_MS}\n\n`)
  const tell = async () => {
    for (const message of await messagesSince(db, person, since)) {
      if (seen.has(message.id)) continue
      seen.add(message.id)
      if (seen.size > MOST_SEEN) seen.delete(seen.values().next().value!)
      if (message.at > since) since = message.at
      if (!isFirst) raw.write(`id: ${message.id}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`)
    }
    isFirst = false
    raw.write(`event: unread\ndata: ${JSON.stringify(await unreadOf(db, person))}\n\n`)
  }
  return { person, ring: oneAfterAnother(tell), end: () => raw.end() }
}

/** Rung while it is at it, it goes once more afterwards; what fails is tried with the next ring. */
function oneAfterAnother(work: () => Promise<void>): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle'
  const run = async () => {
    do {
      state = 'busy'
      await work().catch((error: Error) => console.error(`messages: ${error.message}`))
    } while ((state as string) === 'again')
    state = 'idle'
  }
  return () => {
    if (state === 'idle') void run()
    else state = 'again'
  }
}
