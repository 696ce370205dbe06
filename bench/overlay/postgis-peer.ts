// Child of the overlay benchmark, with DATABASE_URL set by tools/postgres.ts: is told on standard input which works to measure,
// once they are there; answers with one line of JSON on standard output.
import { tmpdir } from 'node:os'
import { json } from 'node:stream/consumers'
import { openDatabase } from '../../kernel/db/database.ts'
import { prepareForLayers } from './load-layer.ts'
import { postgisTimes, type TimesByWork } from './postgis.ts'
import { readWork } from './work-file.ts'

const [folder, runs] = process.argv.slice(2)
const database = await openDatabase({ url: process.env.DATABASE_URL, cacheFolder: tmpdir() })
try {
  await prepareForLayers(database)
  const times: TimesByWork = {}
  for (const [name, every] of (await json(process.stdin)) as [string, number][]) {
    times[name] = await postgisTimes(database, readWork(folder!, name), every, Number(runs))
  }
  console.log(JSON.stringify(times))
} finally {
  await database.close()
}
