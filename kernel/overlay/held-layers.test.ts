import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { committedDatabase } from '../../testing/harness.ts'
import { type Db, inReading, inTransaction, type Trx } from '../db/database.ts'
import { featureGeometry } from '../geometry/flat/feature-geometry.ts'
import { setOf } from '../geometry/flat/set-of.ts'
import { addItems } from '../layers/change-sets/add-items.ts'
import { applyChangeSet } from '../layers/change-sets/apply.ts'
import { checkChangeSet } from '../layers/change-sets/check.ts'
import { createChangeSet } from '../layers/change-sets/create.ts'
import { revertChangeSet } from '../layers/change-sets/revert.ts'
import { importLayer } from '../layers/import-layer.ts'
import { readFeatures } from '../layers/read-features.ts'
import { layerNamed, layers } from '../layers/registry.ts'
import { at, morning, plot } from '../layers/sample-patches.testing.ts'
import { candidates } from './candidates.ts'
import { presentFeatures } from './held-layers.ts'
import type { Features } from './packed-features.ts'

const layer = layerNamed('NZYPW')
const everywhere = setOf([plot(-1e5, -1e5, 1e5, 1e5)])
const place = (k: number) => plot(20 * k, 0, 20 * k + 30, 100 + k)
let numbered = 1
const approval = (k: number) => ({
  geometry: place(k),
  attributes: {
    ...{
      BSM: `6107999001${String(numbered++).padStart(8, '0')}`,
      XZQDM: '610799101201',
      PZWH: `批〔2026〕${k}号`,
      XMMC: '项目',
    },
    ...{ SYDW: '单位', PZRQ: '2026-01-01', PZMJ: 1, ZT: '1' },
  },
})
const load = (trx: Trx, n: number) =>
  importLayer(trx, { layer: 'NZYPW', title: '批文', by: 'lin', now: morning, features: Array.from({ length: n }, (_, k) => approval(k)) }) // biome-ignore format: one row

type Change = 'modify' | 'retire' | 'create'
/** One approval changed (the `pick`-th there is), as a set applied in this transaction; returns its id. */
async function change(trx: Trx, kind: Change, pick: number): Promise<string> {
  const present = await readFeatures(trx, 'NZYPW')
  const set = await createChangeSet(trx, { title: '变更', by: 'lin', now: at(1) })
  const { id, version } = present[pick % present.length] ?? { id: 0, version: 0 }
  const old = { layer: 'NZYPW', featureId: id, baseVersion: version }
  if (kind === 'create' || id === 0) await addItems(trx, set, [{ layer: 'NZYPW', kind: 'create', ...approval(pick) }])
  else if (kind === 'retire') await addItems(trx, set, [{ ...old, kind }])
  else await addItems(trx, set, [{ ...old, kind, geometry: place(100 + pick) }])
  await checkChangeSet(trx, set, at(1))
  await applyChangeSet(trx, set, at(1))
  return set
}

const told = ({ ids, versions, layer: { set } }: Features) =>
  ids.map((id, k) => ({ id, version: versions[k]!, geometry: featureGeometry(set, k) })).sort((a, b) => a.id - b.id)

/** Asks until what is told comes from memory, and holds every answer against the table. Returns how often it was read by index. */
async function ask(trx: Trx, times = 3): Promise<number> {
  const truth = (await readFeatures(trx, 'NZYPW')).map(({ id, version, geometry }) => ({ id, version, geometry }))
  let reads = 0
  for (let k = 0; k < times; k++) {
    const found = await presentFeatures(trx, layer, undefined, () => {
      reads++
      return candidates(trx, everywhere, layer)
    })
    assert.deepEqual(told(found), truth)
    assert.deepEqual(told(await candidates(trx, everywhere, layer)), truth)
  }
  return reads
}

class Undone extends Error {}
const undone = (db: Db, work: (trx: Trx) => Promise<unknown>) =>
  assert.rejects(
    inTransaction(db, async (trx) => {
      await work(trx)
      throw new Undone()
    }),
    Undone,
  )

let database: Promise<Db> | undefined
const opened = async (name: string, n: number) => {
  const { db } = await committedDatabase(name)
  await inTransaction(db, (trx) => load(trx, n))
  return db
}
const shared = () => {
  database ??= opened('held_layers', 12)
  return database
}

test('a layer asked about again and again is read once; after a change, what is read is what changed', async () => {
  const db = await shared()
  await inTransaction(db, (trx) => ask(trx))
  assert.equal(await inTransaction(db, (trx) => ask(trx)), 0)
  await inTransaction(db, (trx) => change(trx, 'modify', 3))
  await inTransaction(db, (trx) => ask(trx))
  assert.equal(await inTransaction(db, (trx) => ask(trx)), 0)
})

/** Of the features at an instant: how many there are, and how often they were read by index for it. */
async function readAt(db: Db, asOf: Date) {
  let reads = 0
  const found = await inTransaction(db, (trx) =>
    presentFeatures(trx, layer, asOf, () => {
      reads++
      return candidates(trx, everywhere, layer, asOf)
    }),
  )
  return { reads, told: told(found).length }
}

test('an instant before the last change is read from the database, one after it from memory', async () => {
  const db = await shared()
  await inTransaction(db, (trx) => ask(trx))
  assert.deepEqual(await readAt(db, at(-1)), { reads: 1, told: 0 })
  assert.deepEqual(await readAt(db, morning), { reads: 1, told: 12 })
  assert.deepEqual(await readAt(db, at(30)), { reads: 0, told: 12 })
})

test('whatever is changed, taken back, or written by hand, nobody is told of another state than his own', async () => {
  const db = await shared()
  const kinds = fc.constantFrom<Change>('modify', 'retire', 'create')
  const step = fc.record({
    how: fc.constantFrom('applied', 'undone', 'savepoint', 'reverted', 'moved', 'deleted', 'emptied'),
    kind: kinds,
    pick: fc.nat(30),
    asks: fc.constantFrom(0, 1, 3),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      for (const each of steps) {
        await walk(db, each)
        await inTransaction(db, (trx) => ask(trx, each.asks))
      }
    }),
    { numRuns: 8, includeErrorInReport: true },
  )
})

type Step = { how: string; kind: Change; pick: number; asks: number }
async function walk(db: Db, { how, kind, pick, asks }: Step): Promise<void> {
  const changed = async (trx: Trx) => {
    const set = await change(trx, kind, pick)
    await ask(trx, asks)
    return set
  }
  const moved = async (trx: Trx) => {
    await sql`update layer_nzypw set geom = ST_Translate(geom, 0, 1) where valid_to is null and id % 3 = ${pick % 3}`.execute(
      trx,
    )
    await ask(trx, asks)
  }
  if (how === 'applied') await inTransaction(db, changed)
  if (how === 'undone') await undone(db, changed)
  if (how === 'moved') await inTransaction(db, async (trx) => [await moved(trx), await moved(trx)])
  if (how === 'reverted') {
    const set = await inTransaction(db, changed)
    await inTransaction(db, async (trx) => {
      const back = await revertChangeSet(trx, set, { by: 'lin', now: at(2), title: '撤销' })
      await checkChangeSet(trx, back, at(2))
      await applyChangeSet(trx, back, at(2))
      await ask(trx, asks)
    })
  }
  if (how === 'deleted') {
    await inTransaction(db, async (trx) => {
      await sql`delete from layer_nzypw where valid_to is null and id % 5 = ${pick % 5}`.execute(trx)
      await ask(trx, asks)
    })
  }
  if (how === 'emptied') {
    await undone(db, async (trx) => {
      await sql`truncate layer_nzypw`.execute(trx)
      await ask(trx, asks)
    })
  }
  if (how === 'savepoint') {
    await inTransaction(db, async (trx) => {
      await sql`savepoint before`.execute(trx)
      await changed(trx)
      await sql`rollback to savepoint before`.execute(trx)
      await ask(trx, asks)
      await changed(trx)
    })
  }
}

test('what was written by hand may end tomorrow: an instant is then looked up in the table', async () => {
  const db = await shared()
  const { length } = await inTransaction(db, async (trx) => {
    await change(trx, 'create', 1)
    await sql`update layer_nzypw set valid_to = ${at(9000)} where id = (select max(id) from layer_nzypw)`.execute(trx)
    await ask(trx)
    return readFeatures(trx, 'NZYPW')
  })
  assert.deepEqual(await readAt(db, at(8000)), { reads: 1, told: length + 1 })
})

test('another connection applies a change: who looks at the older state goes on seeing it, who comes later sees the newer', {
  skip: process.env.DATABASE_URL ? false : 'the embedded engine has one connection',
}, async () => {
  const db = await shared()
  await inTransaction(db, (trx) => ask(trx))
  await inReading(db, async (old) => {
    await ask(old)
    await inTransaction(db, (trx) => change(trx, 'modify', 4))
    await inTransaction(db, (trx) => ask(trx))
    await ask(old, 4)
  })
  await inTransaction(db, async (writer) => {
    await change(writer, 'retire', 2)
    await ask(writer)
    await inTransaction(db, (trx) => ask(trx))
    await ask(writer)
  })
  await inTransaction(db, (trx) => ask(trx))
})

test('two databases of one process do not share what is held', async () => {
  const [one, two] = [await shared(), await opened('held_elsewhere', 9)]
  for (const db of [one, two, one, two]) await inTransaction(db, (trx) => ask(trx))
})

test('every layer gives a new revision when it is written to', async () => {
  const db = await shared()
  const { rows } = await sql<{ layer: string; triggers: number }>`select r.layer, count(t.oid)::int as triggers
    from layer_revision r left join pg_trigger t on t.tgrelid = ('layer_' || lower(r.layer))::regclass and t.tgname like 'written_%'
    group by r.layer`.execute(db)
  assert.deepEqual(rows.map(({ layer: name }) => name).sort(), layers.map(({ name }) => name).sort())
  for (const row of rows) assert.equal(row.triggers, 4, row.layer)
})
