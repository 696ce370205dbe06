import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { cacheFolder, emptySnapshot } from '../../testing/harness.ts'
import { openDatabase } from './database.ts'
import { EmbeddedEngine } from './embedded-engine.ts'

test('an embedded folder begun from a snapshot keeps what was written, and lets go when closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-db-'))
  const options = { folder, cacheFolder, snapshotPath: await emptySnapshot() }
  const first = await openDatabase(options)
  await assert.rejects(openDatabase(options), { name: 'FolderHeld' })
  await sql`insert into area (code, name, level) values ('1', '云栖', 'county')`.execute(first.db)
  await first.close()
  const again = await openDatabase(options)
  const { rows } = await sql<{ name: string }>`select name from area`.execute(again.db)
  await again.close()
  assert.deepEqual(rows, [{ name: '云栖' }])
  rmSync(folder, { recursive: true })
})

test('a folder that is no database is refused and let go', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-db-'))
  mkdirSync(join(folder, 'pgdata'))
  writeFileSync(join(folder, 'pgdata', 'PG_VERSION'), 'nonsense')
  await assert.rejects(openDatabase({ folder, cacheFolder }))
  await assert.rejects(openDatabase({ folder, cacheFolder }), (error: Error) => error.name !== 'FolderHeld')
  rmSync(folder, { recursive: true })
})

test('an engine that has ended answers instead of leaving people waiting', async () => {
  const engine = await EmbeddedEngine.open({ cacheFolder })
  await engine.close()
  await assert.rejects(engine.query('select 1'), /has ended/)
  await engine.close()
})
