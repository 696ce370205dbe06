// Delivers the outbox into a file; told to, it hangs after the partner has answered and before that is written down.
import { appendFileSync } from 'node:fs'
import { type DatabaseOptions, openDatabase } from '../../kernel/db/database.ts'
import { deliverWaiting } from '../../kernel/exchange/deliver.ts'

export type Told = { options: DatabaseOptions; path: string; topic: string; now: string; hangs: boolean }

const { options, path, topic, now, hangs }: Told = JSON.parse(process.argv[2]!)
const database = await openDatabase(options)
const partner = {
  topic,
  async deliver({ id }: { id: string }) {
    appendFileSync(path, `${id}\n`)
    if (!hangs) return { ok: true }
    process.stdout.write('now\n')
    // Nothing is awaited with a timer: the deliverer's own patience is not what is tested.
    return new Promise(() => setInterval(() => {}, 1e6))
  },
}
await deliverWaiting(database, [partner], { now: () => new Date(now) })
process.stdout.write('done\n')
await database.close()
process.exit(0)
