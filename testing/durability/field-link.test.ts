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
import type { Report } from './field-phone.ts'
import { type PhoneProcess, phoneProcess } from './field-phone-process.ts'
import { fieldSite, type Site } from './field-site.ts'

/** 100 000 in the long run. */
const OPERATIONS = Number(process.env.YUTU_FIELD_OPERATIONS ?? 300)
const SEED = Number(process.env.YUTU_SEED ?? (Date.now() % 1e6) + 1)
/** Phones of a season hold what they made until its end, in memory as this stands in for the disk; then come others. */
const SEASONS = Math.ceil(OPERATIONS / 25_000)
const ACTS = OPERATIONS / SEASONS
const PHONES = 4
const SHARED = 5
const TASKS = SHARED + Math.ceil(ACTS / 6)
const KILLS = 2 + Math.floor(ACTS / 4000)
const faults = { 'request lost': 7, 'answer lost': 7, cut: 5, twice: 5, late: 5 }
const timeout = 120_000 + 60 * OPERATIONS

let site: Site
let phones: PhoneProcess[] = []
before(async () => {
  site = await fieldSite({ people: PHONES * SEASONS, tasks: TASKS * SEASONS })
})
after(async () => {
  for (const phone of phones) phone.end()
  await site.end()
})

async function startPhones(season: number): Promise<PhoneProcess[]> {
  const origin = await site.origin()
  const tasks = site.tasks.slice(season * TASKS, (season + 1) * TASKS)
  const shared = tasks.slice(0, SHARED)
  return Promise.all(
    site.people.slice(season * PHONES, (season + 1) * PHONES).map(({ id, token }, n) => {
      const own = tasks.slice(SHARED).filter((_, k) => k % PHONES === n)
      return phoneProcess({ token, person: id, seed: SEED + 7919 * (season * PHONES + n), faults, own, shared }, origin)
    }),
  )
}

/** -9 in the middle of what the phones do: by the count of what one of them has sent, not by the clock. */
async function killAndStart(): Promise<void> {
  for (const phone of phones) phone.tell({ origin: null })
  await site.killAndStart()
  const origin = await site.origin()
  for (const phone of phones) phone.tell({ origin })
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
async function agree(trx: Trx, { device, made }: Report): Promise<void> {
  const rows = await rowsOf(trx, device)
  const there = new Set(rows.map(({ id }) => id))
  const lost = made.filter(({ operation }) => !there.has(operation.id)).length
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
function told(all: Report[]): string[] {
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

async function photosAreThere(all: Report[]): Promise<number> {
  const photos = all.flatMap(({ photos }) => photos)
  for (const { digest, size, receipt } of photos) {
    assert.equal(sm3(await site.files.get(digest)), digest)
    assert.equal(receiptFault(receipt!, { digest, size }, site.publicKey), undefined)
  }
  return photos.length
}

function asTheModelSays(all: Report[]): void {
  for (const { operation, expected, answer } of all.flatMap(({ made }) => made))
    assert.ok(
      expected?.includes(answer!.status) ?? true,
      `${operation.kind} ${operation.sequence}: ${JSON.stringify(answer)} instead of ${expected}`,
    )
}

async function seasonOf(season: number, random: () => number): Promise<Report[]> {
  phones = await startPhones(season)
  for (let round = 1; round <= KILLS + 1; round++) {
    const until = Math.ceil((ACTS * round) / PHONES / (KILLS + 1))
    const killed = round <= KILLS ? round % PHONES : -1
    const work = phones.map((phone, n) => phone.work(until, n === killed ? Math.floor(random() * 4) : null))
    const killing = killed >= 0 ? phones[killed]!.sent().then(killAndStart) : undefined
    await Promise.all([...work, killing])
  }
  const reports: Report[] = []
  for (const phone of phones) reports.push(await phone.settle())
  for (const phone of phones) phone.end()
  return reports
}

// Function points: SH134 SH137
test(`${OPERATIONS} acts of ${PHONES * SEASONS} phones over a bad link, server and pages killed, storage full, clocks wrong: nothing lost or doubled (seed ${SEED})`, {
  timeout,
}, async (t) => {
  const begun = performance.now()
  const random = numbersFrom(SEED + 1)
  const all: Report[] = []
  for (let season = 0; season < SEASONS; season++) all.push(...(await seasonOf(season, random)))
  const worked = performance.now()
  await site.kill()
  for (const { made, device } of all)
    assert.equal(
      made.filter(({ answer }) => !answer || answer.waitsFor).length,
      0,
      `${device} cannot get rid of its acts`,
    )
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
  const sum = (of: 'losses' | 'crashes' | 'full') => all.reduce((n, phone) => n + phone[of], 0)
  t.diagnostic(`${JSON.stringify(Object.fromEntries(count))}, ${photos} photos, ${sum('losses')} losses of the link`)
  t.diagnostic(
    `0 lost, 0 doubled; server killed ${KILLS * SEASONS} times, pages ${sum('crashes')} times, storage full ${sum('full')} times; ${((worked - begun) / 1000).toFixed(1)} s at work, ${((performance.now() - begun) / 1000).toFixed(1)} s in all`,
  )
})
