// Child of the overlay benchmark, with DATABASE_URL set by tools/postgres.ts: one line of JSON on standard output.
import { tmpdir } from 'node:os'
import { openDatabase } from '../../kernel/db/database.ts'
import { prepareForLayers } from './load-layer.ts'
import { postgisTimes, type TimesByWork } from './postgis.ts'
import { readWork } from './work-file.ts'

const [folder, runs, ...words] = process.argv.slice(2)
const database = await openDatabase({ url: process.env.DATABASE_URL, cacheFolder: tmpdir() })
try {
  await prepareForLayers(database)
  const times: TimesByWork = {}
  for (let k = 0; k < words.length; k += 2) {
    const name = words[k]!
    times[name] = await postgisTimes(database, readWork(folder!, name), Number(words[k + 1]), Number(runs))
  }
  console.log(JSON.stringify(times))
} finally {
  await database.close()
}
