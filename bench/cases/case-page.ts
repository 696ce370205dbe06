import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { addResource } from '../../kernel/documents/resources.ts'
import { type Measure, percentile } from '../measure.ts'
import { file, hire, linksFor } from './bureau.ts'
import { Client } from './client.ts'
import { timed } from './inbox.ts'
import type { Plan } from './settings.ts'

const HISTORY = 200
const FILES = 50

/** Opens a case that much has happened to: everything its page shows. */
export async function* casePage(world: World, origin: string, { pages }: Plan): AsyncGenerator<Measure> {
  const { db } = world.database
  const [person] = await inTransaction(db, (trx) => hire(trx, 1))
  const [opened] = await file(world, person!, 1)
  await inTransaction(db, async (trx) => {
    const now = new Date()
    await sql`insert into case_event (case_id, at, by, verb, step, detail) select ${opened!.id}, ${now}, ${person}, 'claim', 'accept',
      '{"opinion": "材料齐全，同意受理"}' from generate_series(2, ${HISTORY}::int)`.execute(trx)
    for (let n = 0; n < FILES; n++) {
      const scan = { digest: n.toString(16).padStart(64, '0'), size: 1e6, mediaType: 'application/pdf' }
      await addResource(
        trx,
        { caseId: opened!.id, folder: '申请材料', kind: 'file', title: `扫描件 ${n}.pdf`, file: scan },
        person!,
        now,
      )
    }
  })
  const client = new Client(origin)
  const [link] = await linksFor(world, [person!])
  await client.signIn(link!)
  const times: number[] = []
  for (let k = 0; k < pages; k++) {
    const { ms, body } = await timed(client, 'casework.case.view', { caseId: opened!.id })
    const [events, files] = [body.history as unknown[], body.resources as unknown[]]
    if (events.length !== HISTORY || files.length !== FILES)
      throw new Error(`the page shows ${events.length} and ${files.length}`)
    times.push(ms)
  }
  client.close()
  const work = `opening a case with ${HISTORY} history rows and ${FILES} files, p95`
  yield { work, value: percentile(times, 0.95), unit: 'ms', aim: 100 }
}
