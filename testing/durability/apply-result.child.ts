// A server that applies one result and is killed while it does. Told by its parent: how to open the database, who, which set.
import { inTransaction, openDatabase } from '../../kernel/db/database.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { applyResult } from '../../modules/landuse/result/actions/apply-result.ts'
import { act } from '../act.ts'

const { options, personId, changeSetId } = JSON.parse(process.argv[2]!)
const database = await openDatabase(options)
process.stdout.write('ready\n')
await inTransaction(database.db, async (trx) => {
  const person = (await loadPerson(trx, personId))!
  await act(trx, person, applyResult, { changeSetId })
})
process.stdout.write('done\n')
await database.close()
