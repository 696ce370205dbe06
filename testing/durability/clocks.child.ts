// A server that looks at the clocks and is killed while it does. Told by its parent: how to open the database, what day it
// is, and after how many batches it is to hang inside the transaction that tells of the next (for ever without it).

import { raiseAlarms } from '../../kernel/cases/clocks/raise-alarms.ts'
import { type DatabaseOptions, inTransaction, openDatabase } from '../../kernel/db/database.ts'

export type Told = { options: DatabaseOptions; now: string; hangsAfter?: number }

const BATCH = 5

const { options, now, hangsAfter }: Told = JSON.parse(process.argv[2]!)
const database = await openDatabase(options)
for (let batches = 0, told = BATCH; told > 0; batches++) {
  told = await inTransaction(database.db, async (trx) => {
    const raised = await raiseAlarms({ trx, person: null, now: new Date(now) }, BATCH)
    if (batches === hangsAfter) {
      process.stdout.write('now\n')
      await new Promise(() => setInterval(() => {}, 1e6))
    }
    return raised
  })
}
process.stdout.write('done\n')
await database.close()
process.exit(0)
