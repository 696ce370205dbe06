// A server that judges a county and is killed while it does. Told by its parent: how to open the database, who, which run,
// and after how many blocks it is to hang inside the transaction that keeps the next one (for ever without it).

import { sql } from 'kysely'
import { type DatabaseOptions, inTransaction, openDatabase } from '../../kernel/db/database.ts'
import { writeAudit } from '../../kernel/identity/audit.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { judgeRun } from '../../modules/quality/jobs/judge-run.ts'
import { testAuditKey, testFiles, testSigner } from '../act.ts'

export type Told = { options: DatabaseOptions; personId: string; runId: string; hangsAfter?: number }

const { options, personId, runId, hangsAfter }: Told = JSON.parse(process.argv[2]!)
const database = await openDatabase(options)
const person = (await inTransaction(database.db, (trx) => loadPerson(trx, personId)))!
process.stdout.write('ready\n')
await judgeRun.run({
  ...{ id: runId, input: { runId }, person, files: testFiles, signer: testSigner, now: () => new Date() },
  ...{ progress: async () => {}, stopIfCancelled: async () => {} },
  audit: (trx, entry) => writeAudit(trx, { at: new Date(), person: person.id, ...entry }, testAuditKey),
  transaction: (work) =>
    inTransaction(database.db, async (trx) => {
      const answer = await work(trx)
      const { rows } = await sql<{ done: number }>`select count(*)::int as done from quality_block
        where run = ${runId} and done_at is not null`.execute(trx)
      if (hangsAfter !== undefined && rows[0]!.done > hangsAfter) {
        process.stdout.write('now\n')
        await new Promise(() => setInterval(() => {}, 1e6))
      }
      return answer
    }),
})
process.stdout.write('done\n')
await database.close()
process.exit(0)
