// A server that takes in a rescue archive and is killed while it does. Told by its parent: how to open the database, who, which import,
// and with how many steps committed it is to hang inside the next one (to the end without it).
import { type DatabaseOptions, inTransaction, openDatabase } from '../../kernel/db/database.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { rescueRun } from '../../modules/fieldwork/rescue/rescue.testing.ts'
import { takeRescue } from '../../modules/fieldwork/rescue/take-rescue.ts'

export type Told = { options: DatabaseOptions; personId: string; rescueId: string; hangsIn?: number }

const { options, personId, rescueId, hangsIn }: Told = JSON.parse(process.argv[2]!)
const database = await openDatabase(options)
const person = (await inTransaction(database.db, (trx) => loadPerson(trx, personId)))!
let transactions = 0
const run = rescueRun(person, rescueId, (work) =>
  inTransaction(database.db, async (trx) => {
    const answer = await work(trx)
    if (transactions++ !== hangsIn) return answer
    process.stdout.write('now\n')
    return new Promise<never>(() => setInterval(() => {}, 1e6))
  }),
)
await takeRescue.run(run)
process.stdout.write('done\n')
await database.close()
process.exit(0)
