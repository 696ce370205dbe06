/** For tests only: one process that runs a batch and dies by SIGKILL in the middle of a stage. Arguments: where, person, batch, stage. */

import { generateKeyPair } from '../../../kernel/crypto/sm2.ts'
import { inTransaction, openDatabase } from '../../../kernel/db/database.ts'
import { diskStore } from '../../../kernel/files/file-store.ts'
import { loadPerson } from '../../../kernel/identity/people.ts'
import { processBatch } from './process-batch.ts'

const [options, personId, batchId, fatalStage] = process.argv.slice(2) as [string, string, string, string?]
const database = await openDatabase(JSON.parse(options))
const person = (await inTransaction(database.db, (trx) => loadPerson(trx, personId)))!
let stage = ''

await processBatch.run({
  id: 'run',
  input: { batchId },
  person,
  files: diskStore('unused'),
  signer: { keys: generateKeyPair(), keyId: 'unused', userId: 'unused' },
  now: () => new Date('2026-10-08T02:00:00Z'),
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
  stopIfCancelled: async () => {},
})
await database.close()
