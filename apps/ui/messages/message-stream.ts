import type { InboxMessage } from './message-address.ts'

export type StreamEvent =
  | { kind: 'open' }
  | { kind: 'message'; message: InboxMessage }
  | { kind: 'unread'; unread: number }

const NAME = 'yutu-messages'
/** A line the server has ended (signed out, restarted) is tried again after so long; one that broke, by the browser itself. */
const TRY_AGAIN_MS = 15_000

/**
 * Hears what the server says of one's messages. A browser opens six lines to a server at most, so one page holds the line and tells
 * the others; when it is closed another takes over. Returns the end.
 */
export function listenToMessages(hear: (event: StreamEvent) => void): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = ({ data }) => hear(data as StreamEvent)
  const tell = (event: StreamEvent) => {
    if (stop.signal.aborted) return
    hear(event)
    channel.postMessage(event)
  }
  const hold = () => holdLine(tell, stop.signal)
  // Only pages that came by HTTPS, or from this machine, can agree on who holds it.
  if (navigator.locks) void navigator.locks.request(NAME, { signal: stop.signal }, hold).catch(() => undefined)
  else void hold()
  return () => {
    stop.abort()
    channel.close()
  }
}

async function holdLine(tell: (event: StreamEvent) => void, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await lineEnds(tell, stop)
    if (!stop.aborted) await pause(stop)
  }
}

/** Resolves when the server has ended the line, or this page wants no more of it. */
function lineEnds(tell: (event: StreamEvent) => void, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const line = new EventSource('/api/messages/stream')
    const end = () => {
      line.close()
      resolve()
    }
    stop.addEventListener('abort', end, { once: true })
    line.addEventListener('open', () => tell({ kind: 'open' }))
    line.addEventListener('message', ({ data }) => tell({ kind: 'message', message: JSON.parse(data) }))
    line.addEventListener('unread', ({ data }) => tell({ kind: 'unread', unread: JSON.parse(data).unread }))
    line.addEventListener('error', () => line.readyState === EventSource.CLOSED && end())
  })
}

const pause = (stop: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, TRY_AGAIN_MS)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
