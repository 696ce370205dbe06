/** For tests only: one process that runs a batch and dies by SIGKILL in the middle of a stage. Arguments: where, person, batch, stage. */

import { inTransaction, openDatabase } from '../../../kernel/db/database.ts'
import { loadPerson } from '../../../kernel/identity/people.ts'
import { runOf } from '../county.testing.ts'
import { processBatch } from './process-batch.ts'

const [options, personId, batchId, fatalStage] = process.argv.slice(2) as [string, string, string, string?]
const database = await openDatabase(JSON.parse(options))
const person = (await inTransaction(database.db, (trx) => loadPerson(trx, personId)))!
let stage = ''

await processBatch.run(
  runOf({
    input: { batchId },
    person,
    transaction: (work) =>
      inTransaction(database.db, async (trx) => {
        const done = await work(trx)
        // All is written and nothing committed: the worst moment to die.
        if (stage === fatalStage) process.kill(process.pid, 'SIGKILL')
        return done
      }),
    progress: async (_done, _total, name) => {
      stage = name
    },
  }),
)
await database.close()
