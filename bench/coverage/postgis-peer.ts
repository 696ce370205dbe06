// Child of the coverage benchmark, with DATABASE_URL set by tools/postgres.ts: one line of JSON on standard output.
import { tmpdir } from 'node:os'
import { openDatabase } from '../../kernel/db/database.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'
import { countySet, westernPart } from '../county-set.ts'
import { loadTable } from '../load-table.ts'
import { timeChecks } from './database-peers.ts'

const [size, share, limit] = process.argv.slice(2)
const database = await openDatabase({ url: process.env.DATABASE_URL, cacheFolder: tmpdir() })
try {
  await loadTable(database, 'patch', westernPart(countySet(size as CountySize), Number(share)))
  const checks = ['validity of each', 'overlaps (self-join)', 'gaps (holes of the union)'] as const
  console.log(JSON.stringify(await timeChecks(database, 'native PostGIS 3.3', [...checks], Number(limit))))
} finally {
  await database.close()
}
