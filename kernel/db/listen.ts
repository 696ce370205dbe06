import pg from 'pg'

export type Heard = (payload: string | null) => void

/** Before the line is tried again, milliseconds. */
const TRY_AGAIN_MS = 1_000

/** A connection of its own that hears `channel` until ended; one that breaks is made anew, and `heard(null)` tells that it was down. */
export async function listenOn(url: string, channel: string, heard: Heard): Promise<() => Promise<void>> {
  let isEnded = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  const again = () => {
    client = undefined
    if (isEnded) return
    timer = setTimeout(() => connect().then(() => heard(null), again), TRY_AGAIN_MS)
    timer.unref()
  }
  const connect = async () => {
    const line = new pg.Client({ connectionString: url, keepAlive: true })
    line.on('error', () => {})
    await line.connect()
    await line.query(`listen ${channel}`)
    line.on('notification', ({ payload = '' }) => heard(payload))
    line.once('end', again)
    client = line
    if (isEnded) await line.end()
  }
  await connect()
  return async () => {
    isEnded = true
    clearTimeout(timer)
    await client?.end()
  }
}
