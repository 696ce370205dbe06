import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { findMigrations } from '../../kernel/db/migrate.ts'
import { readDelivery } from '../../kernel/formats/read-delivery.ts'
import { signInByLink } from '../../kernel/identity/sessions.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { loadRow } from '../../kernel/layers/sample-patches.testing.ts'
import { root } from '../../testing/harness.ts'
import { begin, heard, newPlace, type Place, run } from '../../testing/place.ts'

const CLI = 'apps/server/cli.ts'

let place: Place
before(async () => {
  place = await newPlace()
})
after(() => place.end())

const yutu = (words: string, more: NodeJS.ProcessEnv = {}) => run(place, CLI, words.split(' ').filter(Boolean), more)
const inside = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await place.open()
  return work(database).finally(() => database.close())
}

test('help names every command in both languages, and needs no database', async () => {
  for (const words of ['', 'help']) {
    const { code, said } = await yutu(words, { DATABASE_URL: 'postgres://nowhere.invalid/x' })
    assert.equal(code, 0)
    for (const command of ['start', 'migrate', 'demo', 'import', 'screen', 'export', 'audit verify', 'user add']) {
      assert.match(said, new RegExp(`yutu ${command}`), command)
    }
    assert.match(said, /校验审计链/)
    assert.match(said, /verify the audit chain/)
  }
  assert.match((await yutu('export --help')).said, /--as-of[\s\S]*导出图层[\s\S]*export a layer/)
})

for (const words of ['toString', 'migrate --wings', 'user add', 'start --size XL']) {
  test(`«yutu ${words}» is not understood, and told how it is said`, async () => {
    const { code, said } = await yutu(words)
    assert.equal(code, 2)
    assert.match(said, /yutu \w+/)
    assert.doesNotMatch(said, /at .*\.ts:\d+/)
  })
}

test('a port that is none is said in words', async () => {
  const { code, said } = await yutu('migrate', { PORT: 'eighty' })
  assert.deepEqual([code, /不是端口号/.test(said), /at .*\.ts:\d+/.test(said)], [1, true, false])
})

test('migrate brings an empty database up to date, and finds nothing to do the second time', async () => {
  const bare = await newPlace({ bare: true })
  const first = await run(bare, CLI, ['migrate'])
  const second = await run(bare, CLI, ['migrate'])
  await bare.end()
  assert.equal(first.code, 0)
  // An embedded folder begins from the snapshot of an up-to-date one, where that is here.
  const names = process.env.DATABASE_URL ? findMigrations(root).map(({ name }) => name) : []
  for (const name of names) assert.ok(first.said.includes(name), name)
  assert.deepEqual([second.code, second.said.trim()], [0, '已是最新 · up to date'])
})

test('a person is added and comes in by the printed link', async () => {
  const added = await yutu('user add heyue --name 何月 --role officer --area 610799')
  assert.equal(added.code, 0, added.said)
  const link = /link=([\w-]+)/.exec(added.said)![1]!
  const person = await inside(({ db }) => inTransaction(db, (trx) => signInByLink(trx, link, {}, new Date())))
  assert.ok(person)
})

test('a demo county that was not loaded to its end is begun again', async (t) => {
  if (process.env.DATABASE_URL) return t.skip('a server’s database is not ours to empty')
  const broken = await newPlace()
  mkdirSync(join(broken.folder, 'demo'))
  writeFileSync(join(broken.folder, 'demo', 'unfinished'), '')
  const database = await broken.open()
  await database.exec("insert into area (code, name, level) values ('610799', '云栖县', 'county')")
  await database.close()
  const { code } = await run(broken, CLI, ['demo', '--size', 'S'])
  assert.equal(code, 0)
  assert.ok(!existsSync(join(broken.folder, 'demo', 'unfinished')))
  await broken.end()
})

const mistakes: [string, RegExp][] = [
  ['user add heyue --name 何月 --role officer', /heyue 已被使用.*is taken/],
  ['user add hexing --name 何星 --role pilot', /没有角色 pilot.*officer/],
  ['user add hexing --name 何星 --role officer --organisation nasa', /没有机构 nasa.*bureau/],
  ['user add HeXing --name 何星 --role officer', /登录名 HeXing/],
  ['export NOTHING x.zip', /没有图层 NOTHING/],
  ['export ZD x.zip --as-of yesterday', /不是日期/],
]
for (const [words, sentence] of mistakes) {
  test(`«yutu ${words}» is refused in words`, async () => {
    const { code, said } = await yutu(words)
    assert.equal(code, 1)
    assert.match(said, sentence)
    assert.doesNotMatch(said, /at .*\.ts:\d+/)
  })
}

test('a layer that is exported is read back as it was', async () => {
  await inside(({ db }) => inTransaction(db, (trx) => loadRow(trx, 3)))
  const stored = await inside(({ db }) => inTransaction(db, (trx) => readFeatures(trx, 'DLTB')))
  for (const encoding of ['utf-8', 'gbk']) {
    const path = join(place.folder, `${encoding}.zip`)
    const { code, said } = await yutu(`export DLTB ${path} --encoding ${encoding}`)
    assert.equal(code, 0, said)
    const { rows, crs } = await readDelivery({ name: `${encoding}.zip`, path })
    assert.equal(crs.epsg, 4524)
    const face = ({
      geometry,
      attributes: { TBBH, QSDWMC, TBMJ, KCXS },
    }: (typeof stored)[number] | (typeof rows)[number]) => ({
      geometry: geometry!.map((polygon) => polygon.map((ring) => ring.map((at) => at.join()).toSorted())),
      values: [TBBH, QSDWMC, TBMJ, KCXS],
    })
    assert.deepEqual(rows.map(face), stored.map(face))
  }
  assert.equal((await yutu(`export DLTB ${join(place.folder, 'past.zip')} --as-of 2000-01-01`)).code, 1)
})

test('audit verify says that the chain is whole, and names the row when it is not', async () => {
  const whole = await yutu('audit verify')
  assert.deepEqual([whole.code, /完整.*whole/.test(whole.said)], [0, true], whole.said)
  await inside(async ({ exec }) => {
    await exec(`alter table audit disable trigger audit_append_only;
      update audit set record = jsonb_set(record, '{after,role}', '"leader"') where sequence = 1`)
  })
  const edited = await yutu('audit verify')
  assert.deepEqual([edited.code, /第 1 行.*row 1: edited/.test(edited.said)], [1, true], edited.said)
})

test('while one process has an embedded folder open, another is told so', async (t) => {
  if (process.env.DATABASE_URL) return t.skip('PostgreSQL serves many')
  const { code, said } = await inside(() => yutu('migrate'))
  assert.equal(code, 1)
  assert.match(said, new RegExp(`held by process ${process.pid}`))
})

test('a server answers until it is told to stop, and then lets everything go', async () => {
  const child = begin(place, CLI, ['start'], { PORT: '0' })
  await heard(child, 'Ctrl+C')
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  // As a terminal does it: the signal comes from the keyboard and again from the parent.
  child.kill('SIGINT')
  child.kill('SIGINT')
  assert.equal(await ended, 0)
  assert.ok(!existsSync(join(place.folder, 'database', 'yutu.lock')))
})

test('a port in use is said in words, and the process ends', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { code, said } = await yutu('start', { PORT: String(port) })
  other.close()
  assert.equal(code, 1)
  assert.match(said, new RegExp(`端口 ${port} 已被占用`))
})

test('the first start finds people already there and makes no demo county', async () => {
  const rows = await inside(
    async ({ db }) => (await sql<{ n: number }>`select count(*) as n from person`.execute(db)).rows,
  )
  assert.equal(rows[0]?.n, 1)
})
