import assert from 'node:assert/strict'
import { test } from 'node:test'
import { committedDatabase } from '../../testing/harness.ts'
import { digestOfMigrations, findMigrations, type Migration, migrate } from './migrate.ts'

const root = `${import.meta.dirname}/../..`
const all = findMigrations(root)
const one = (name: string, script: string, digest = name): Migration => ({ name, path: `${name}.sql`, digest, script })
const tableExists = async (name: string) => {
  const { query } = await committedDatabase()
  return (await query('select to_regclass($1) is not null as there', [name])).rows[0]?.there
}

test('an up-to-date database has nothing to apply', async () => {
  assert.deepEqual(await migrate(await committedDatabase(), all), [])
})

test('new scripts are applied once and in order, also when several processes start at once', async () => {
  const database = await committedDatabase()
  const next = [...all, one('z1', 'create table z_first (id int)'), one('z2', 'create table z_second (id int)')]
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database, next)))
  assert.deepEqual(applied.flat(), ['z1', 'z2'])
  await forget('z1', 'z2')
})

test('a script that fails leaves nothing behind and names its file', async () => {
  const database = await committedDatabase()
  const broken = one('z3', 'create table z_third (id int); select nothing_like_this()')
  await assert.rejects(migrate(database, [...all, broken]), /z3\.sql: .*nothing_like_this/)
  assert.equal(await tableExists('z_third'), false)
  assert.deepEqual(await migrate(database, all), [], 'the connection is usable and the database as before')
})

test('a script that was edited after it had been applied is refused', async () => {
  const [first, ...rest] = all
  const edited = [{ ...first!, digest: 'another' }, ...rest]
  await assert.rejects(migrate(await committedDatabase(), edited), /was edited after it had been applied/)
})

test('a program older than the database is refused', async () => {
  await assert.rejects(migrate(await committedDatabase(), all.slice(0, -1)), new RegExp(all.at(-1)!.name))
})

test('the digest of all scripts changes with any of them', () => {
  assert.equal(digestOfMigrations(all), digestOfMigrations(findMigrations(root)))
  assert.notEqual(digestOfMigrations(all), digestOfMigrations(all.slice(1)))
})

async function forget(...names: string[]): Promise<void> {
  const { query } = await committedDatabase()
  await query('delete from migration where name = any($1::text[])', [names])
}
