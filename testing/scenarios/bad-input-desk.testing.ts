import assert from 'node:assert/strict'
import { sentenceOf } from '../../apps/server/sentence.ts'
import { writeShapefileZip } from '../../kernel/formats/write-shapefile.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { plot } from '../../kernel/layers/sample-patches.testing.ts'
import type { Answer, Office } from './bad-input-office.testing.ts'

/** For tests only: what Lin sends, and what is held against every answer. */
export type Sent = {
  geometry?: MultiPolygon | null
  JCBH?: string
  HSX?: string | null
  YPDL?: string | null
  BZ?: string
}

const fields = [
  { name: 'JCBH', type: 'text' as const, length: 20 },
  { name: 'HSX', type: 'date' as const },
  { name: 'YPDL', type: 'text' as const, length: 8 },
  { name: 'BZ', type: 'text' as const, length: 60 },
]

let serial = 0

/** A zipped shapefile of clues, sound but for what a row says; every delivery has numbers of its own. */
export function deliver(rows: Sent[], { epsg = 4524, encoding = 'gbk' as 'gbk' | 'utf-8' } = {}): Uint8Array {
  const written = rows.map(({ geometry, ...said }, k) => {
    const [JCBH, x] = [`A${++serial}`, 30 * k]
    const attributes = { JCBH, HSX: '2026-08-15', YPDL: '0702', BZ: '云溪村晒坝旁新建房屋', ...said }
    return { attributes, geometry: geometry === undefined ? plot(x, 0, x + 20, 20) : geometry }
  })
  return writeShapefileZip({ name: 'clues', fields, rows: written, epsg, encoding })
}

type Note = { code: string; params?: Record<string, string | number> }

type ReportRow = {
  row: number
  state: 'waiting' | 'accepted' | 'repaired' | 'rejected'
  reason: Note | null
  findings: Note[]
  clueId: string | null
}

/** Both languages say it, with every parameter filled; `next`: and what to do about it. */
export async function assertSaid(note: Note, next: boolean): Promise<void> {
  const [zh, en] = (await sentenceOf({ ...note, status: 422 })).split('\n')
  assert.ok(zh && en && /\p{Script=Han}/u.test(zh) && /[a-z]{2}/.test(en), `no sentence for ${note.code}: ${zh}`)
  assert.doesNotMatch(zh + en, /\{\w+\}|undefined|NaN|\[object/, note.code)
  if (next) assert.match(zh, /请/, `${note.code} does not say what to do next`)
}

const upload = async ({ lin }: Office, bytes: Uint8Array, more: object): Promise<Answer> => {
  const { status, digest } = await lin.puts(bytes)
  assert.equal(status, 200)
  const request = { fileDigest: digest, fileName: 'q3.zip', source: 'monitoring', period: '2026Q3', ...more }
  return lin.posts('landuse.batch.upload', request)
}

/** Lin's delivery is refused with this code; the database is as it was, and the file lies whole in the store. */
export async function refused(office: Office, bytes: Uint8Array, code: string, more: object = {}): Promise<Answer> {
  const before = await office.kept()
  const answer = await upload(office, bytes, more)
  assert.deepEqual([answer.code, answer.status >= 400 && answer.status < 500], [code, true], JSON.stringify(answer))
  await assertSaid({ code, params: answer.params }, true)
  const after = await office.kept()
  assert.deepEqual([after.rows, after.drafts], [before.rows, 0])
  assert.ok(after.files.length <= before.files.length + 1)
  return answer
}

export type Taken = {
  batchId: string
  findings: Note[]
  crs: { epsg: number }
  encoding: { name: string }
  rows: ReportRow[]
}

/** Lin's delivery is taken in and processed: every row is accounted for, every remark in words, and each clue has its case. */
export async function taken(office: Office, bytes: Uint8Array, more: object = {}): Promise<Taken> {
  const { lin } = office
  const answer = await upload(office, bytes, more)
  assert.equal(answer.status, 200, JSON.stringify(answer))
  const batchId = String(answer.batchId)
  assert.equal((await lin.posts('landuse.batch.process', { batchId })).status, 200)
  await office.work()
  const batch = (await lin.asks('landuse.batch.view', { batchId })) as unknown as Omit<Taken, 'rows'> & Counted
  const report = (await lin.asks('landuse.batch.report', { batchId })) as unknown as { rows: ReportRow[] }
  await assertAccounted(batch, report.rows, Number(answer.rows))
  for (const note of batch.findings) await assertSaid(note, false)
  assert.equal((await office.kept()).drafts, 0)
  return { ...batch, batchId, rows: report.rows }
}

type Counted = { state: string; run: { state: string; error: Note | null } | null; clues: Record<string, number> }

async function assertAccounted({ state, run, clues }: Counted, rows: ReportRow[], sent: number): Promise<void> {
  assert.deepEqual([state, run?.state, run?.error], ['done', 'done', null])
  const count = (...states: string[]) => rows.filter((row) => states.includes(row.state)).length
  assert.deepEqual([rows.length, count('accepted', 'repaired', 'rejected')], [sent, sent])
  const good = count('accepted', 'repaired')
  assert.deepEqual(clues, good > 0 ? { opened: good } : {})
  for (const { state: became, reason, findings, clueId } of rows) {
    assert.deepEqual([reason !== null, clueId === null], Array(2).fill(became === 'rejected'))
    if (reason) await assertSaid(reason, true)
    for (const note of findings) await assertSaid(note, false)
  }
}

/** «accepted», «repaired landuse.repair.spike», «rejected formats.row.huge»: what became of each row, and why. */
export const became = ({ rows }: Taken): string[] =>
  rows.map(({ state, reason, findings }) => {
    const why = reason ? [reason.code] : findings.map(({ code }) => code).filter((code) => !ALWAYS.includes(code))
    return [state, ...new Set(why)].join(' ')
  })

/** Said of sound rows too. */
const ALWAYS = ['formats.row.ring-direction']
