import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { numbersFrom } from '../../bench/measure.ts'
import { canonicalJson } from '../../kernel/crypto/canonical-json.ts'
import { receiptFault } from '../../kernel/crypto/receipt.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { verifyAudit } from '../../kernel/identity/verify-audit.ts'
import { operationHash } from '../../modules/fieldwork/rules/operation-hash.ts'
import type { Operation, Status } from '../../modules/fieldwork/schema.ts'
import { Link } from './field-link.ts'
import { Phone } from './field-phone.ts'
import { fieldSite, type Site } from './field-site.ts'

/** 100 000 in the long run. */
const OPERATIONS = Number(process.env.YUTU_FIELD_OPERATIONS ?? 300)
const SEED = Number(process.env.YUTU_SEED ?? (Date.now() % 1e6) + 1)
const PHONES = 4
const SHARED = 5
const KILLS = 2 + Math.floor(OPERATIONS / 10_000)
const faults = { 'request lost': 7, 'answer lost': 7, cut: 5, twice: 5, late: 5 }
const timeout = 120_000 + 60 * OPERATIONS

let site: Site
before(async () => {
  site = await fieldSite({ people: PHONES, tasks: SHARED + Math.ceil(OPERATIONS / 6) })
})
after(() => site.end())

function phones(): Phone[] {
  const shared = site.tasks.slice(0, SHARED)
  return site.people.map(({ token }, n) => {
    const random = numbersFrom(SEED + 7919 * n)
    const own = site.tasks.slice(SHARED).filter((_, k) => k % PHONES === n)
    return new Phone(new Link(site.origin, { token, random, faults }), random, { own, shared })
  })
}

/** Works and sends by turns until so many acts are made. */
async function workOn(phone: Phone, acts: number, random: () => number): Promise<void> {
  while (phone.made.length < acts) {
    const some = Math.min(acts - phone.made.length, 1 + Math.floor(random() * 25))
    for (let n = 0; n < some; n++) phone.work()
    await phone.send(false)
  }
}

/** The link is good: everything under way arrives, everything that waits is sent. */
async function settle(phone: Phone): Promise<void> {
  phone.link.faults = {}
  await phone.link.deliverLate()
  for (let before = Infinity; phone.waiting > 0 && phone.waiting < before; ) {
    before = phone.waiting
    // A connection kept from before the last kill may only now be found broken.
    if (!(await phone.send(true))) await phone.send(true)
  }
  await phone.send(true)
  phone.link.close()
  assert.equal(phone.waiting, 0, `${phone.id} cannot get rid of ${phone.waiting} acts`)
}

type Row = Operation & { status: Status }

async function rowsOf(trx: Trx, device: string): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select id, sequence, kind, task_id as "taskId", base_revision as "baseRevision", payload,
    previous_hash as "previousHash", hash, status from field_operation where device = ${device} order by sequence, id`.execute(
      trx,
    )
  return rows
}

const digestOfStatuses = (rows: { id: string; status: Status }[]) =>
  sm3(canonicalJson(rows.map(({ id, status }) => [id, status])))

/** Device and server agree: every act once, with its last answer; and the chain holds. */
async function agree(trx: Trx, { id, made }: Phone): Promise<void> {
  const rows = await rowsOf(trx, id)
  const lost = made.filter(({ operation }) => !rows.some((row) => row.id === operation.id)).length
  assert.deepEqual([lost, rows.length - made.length], [0, 0], 'lost, doubled')
  const held = made.map(({ operation, answer }) => ({ id: operation.id, status: answer!.status }))
  assert.equal(digestOfStatuses(rows), digestOfStatuses(held))
  let previousHash = ''
  for (const [i, row] of rows.entries()) {
    assert.deepEqual([row.sequence, row.previousHash, row.hash], [i + 1, previousHash, operationHash(row)])
    previousHash = row.hash
  }
}

/** What the answers say was done, and what was done: one line a patch revision, form revision, photo, task handed in. */
function told(all: Phone[]): string[] {
  const counts = new Map<string, number>()
  for (const { operation, caseId, answer } of all.flatMap(({ made }) => made)) {
    if (answer!.status !== 'applied') continue
    const { kind, payload, id } = operation
    const what = { 'patch.save': `patch ${payload.patchId}`, 'form.save': `form ${caseId}` }[kind] ?? ''
    const line =
      kind === 'photo.add' ? `photo ${id} ${payload.digest}` : kind === 'task.submit' ? `done ${caseId}` : what
    if (line) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].map(([line, n]) => `${line} ${n}`).sort()
}

async function done(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select 'patch ' || id || ' ' || revision as line from field_patch
    union all select 'form ' || case_id || ' ' || revision from field_form
    union all select 'photo ' || id || ' ' || digest || ' 1' from field_photo
    union all select 'done ' || case_id || ' ' || count(*) from case_event where verb = 'complete' group by case_id`.execute(
    trx,
  )
  return rows.map(({ line }) => line).sort()
}

async function photosAreThere(all: Phone[]): Promise<number> {
  const photos = all.flatMap(({ photos }) => [...photos.values()])
  for (const { digest, bytes, receipt } of photos) {
    assert.equal(sm3(await site.files.get(digest)), digest)
    assert.equal(receiptFault(receipt!, { digest, size: bytes.length }, site.publicKey), undefined)
  }
  return photos.length
}

function asTheModelSays(all: Phone[]): void {
  for (const { operation, expected, answer } of all.flatMap(({ made }) => made))
    assert.ok(
      expected?.includes(answer!.status) ?? true,
      `${operation.kind} ${operation.sequence}: ${JSON.stringify(answer)} instead of ${expected}`,
    )
}

// Function points: SH134 SH137
test(`${OPERATIONS} acts of ${PHONES} phones over a bad link, the server killed: nothing lost or doubled (seed ${SEED})`, {
  timeout,
}, async (t) => {
  const begun = performance.now()
  const all = phones()
  const random = numbersFrom(SEED + 1)
  let kills = 0
  const share = (round: number) => Math.ceil((OPERATIONS * round) / PHONES / (KILLS + 1))
  for (let round = 1; round <= KILLS + 1; round++) {
    let killing: Promise<void> | undefined
    if (round <= KILLS) {
      // In the middle of what the others do: by the count of what has been sent, not by the clock.
      let left = Math.floor(random() * 4)
      all[round % PHONES]!.link.onSend = () => {
        if (left-- === 0) killing = site.killAndStart()
      }
    }
    await Promise.all(all.map((phone, n) => workOn(phone, share(round), numbersFrom(SEED + 31 * n + round))))
    for (const { link } of all) link.onSend = () => {}
    if (killing) kills += 1
    await killing
  }
  const worked = performance.now()
  for (const phone of all) await settle(phone)
  await site.kill()
  asTheModelSays(all)
  const photos = await photosAreThere(all)
  await site.stored(async (trx) => {
    for (const phone of all) await agree(trx, phone)
    assert.deepEqual(await done(trx), told(all))
    assert.equal(await verifyAudit(trx, site.auditKey), undefined)
  })
  const count = new Map<string, number>()
  for (const { answer } of all.flatMap(({ made }) => made))
    count.set(answer!.status, (count.get(answer!.status) ?? 0) + 1)
  const losses = all.reduce((sum, { link }) => sum + link.losses, 0)
  t.diagnostic(`${JSON.stringify(Object.fromEntries(count))}, ${photos} photos, ${losses} losses of the link`)
  t.diagnostic(
    `0 lost, 0 doubled, killed ${kills} times; ${((worked - begun) / 1000).toFixed(1)} s at work, ${((performance.now() - begun) / 1000).toFixed(1)} s in all`,
  )
})
