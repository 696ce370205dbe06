import { sql } from 'kysely'
import { CHAIN_START, type ChainFault, verifyChain } from '../crypto/chain.ts'
import type { Trx } from '../db/database.ts'
import { endMac, STRAND_SIZE, STRANDS, type StrandEnd } from './audit.ts'

const PAGE = 1000

type End = StrandEnd & { mac: string | null }
type Witness = { sequence: number; hash: string }
type Progress = (done: number, total: number) => void

/**
 * Walks every strand of the chain, MACs too when the key is given. Undefined when every row is as it was written, else the
 * first fault. Others may go on writing meanwhile.
 */
export async function verifyAudit(
  trx: Trx,
  macKey?: Uint8Array,
  progress: Progress = () => {},
): Promise<ChainFault | undefined> {
  const ends = await readEnds(trx)
  const total = lengthOf(ends)
  let done = 0
  let cut: ChainFault | undefined
  for (const end of ends) {
    const lost = await verifyStrand(trx, end, macKey, async (rows) => {
      done += rows.length
      progress(done, total)
      cut ??= await unseenWitness(trx, rows)
    })
    if (lost) return lost
  }
  return cut ?? strayRow(trx)
}

/** A strand whose end is gone is told from one that is empty: nothing says how long it was. */
async function readEnds(trx: Trx): Promise<End[]> {
  const { rows } = await sql<End>`select strand, sequence, hash, mac from audit_head`.execute(trx)
  const gone = (strand: number): End => ({ strand, sequence: strand * STRAND_SIZE + 1, hash: '', mac: null })
  return Array.from({ length: STRANDS }, (_, s) => rows.find(({ strand }) => strand === s) ?? gone(s))
}

async function verifyStrand(
  trx: Trx,
  end: End,
  macKey: Uint8Array | undefined,
  each: (rows: AuditRow[]) => Promise<void>,
): Promise<ChainFault | undefined> {
  const start = end.strand * STRAND_SIZE
  let after = { sequence: start, hash: CHAIN_START }
  while (after.sequence < end.sequence) {
    const rows = await pageAfter(trx, after.sequence, end.sequence)
    const fault = verifyChain(rows, { after, macKey })
    if (fault) return fault
    await each(rows)
    const last = rows.at(-1)
    if (!last) return { kind: 'cut', sequence: after.sequence + 1 }
    after = { sequence: last.sequence, hash: last.hash }
  }
  if (after.hash !== end.hash) return { kind: 'edited', sequence: after.sequence }
  // A strand that was never written to has no MAC yet.
  if (macKey && end.sequence > start && end.mac !== endMac(macKey, end.sequence, end.hash))
    return { kind: 'cut', sequence: end.sequence + 1 }
  return undefined
}

/** A row of another strand that one of these names is gone: that strand was cut back, its end set back to match. */
async function unseenWitness(trx: Trx, rows: AuditRow[]): Promise<ChainFault | undefined> {
  const named = rows.flatMap(({ record }) => (record.witness ? [record.witness as Witness] : []))
  if (named.length === 0) return undefined
  const found = await sql<Witness>`select sequence, hash from audit
    where sequence = any(${named.map(({ sequence }) => sequence)}::bigint[])`.execute(trx)
  const hashes = new Map(found.rows.map(({ sequence, hash }) => [sequence, hash]))
  const lost = named.find(({ sequence, hash }) => hashes.get(sequence) !== hash)
  return lost && { kind: hashes.has(lost.sequence) ? 'edited' : 'cut', sequence: lost.sequence }
}

/** A row outside every strand, put in without an act. One statement: others may be writing at this moment. */
async function strayRow(trx: Trx): Promise<ChainFault | undefined> {
  const { rows } = await sql<{ sequence: number }>`select a.sequence from audit a
      left join audit_head h on h.strand = (a.sequence - 1) / ${STRAND_SIZE}::bigint
    where a.sequence < 1 or h.strand is null or a.sequence > h.sequence order by a.sequence limit 1`.execute(trx)
  return rows[0] && { kind: 'edited', sequence: rows[0].sequence }
}

type AuditRow = {
  sequence: number
  at: Date
  person: string | null
  verb: string
  subject: string
  record: Record<string, unknown>
  previousHash: string
  hash: string
  mac: string
}

async function pageAfter(trx: Trx, sequence: number, last: number): Promise<AuditRow[]> {
  const { rows } =
    await sql<AuditRow>`select sequence, at, person, verb, subject, record, previous_hash as "previousHash", hash, mac
    from audit where sequence > ${sequence} and sequence <= ${last} order by sequence limit ${PAGE}`.execute(trx)
  // The columns beside the record are for searching; one that was edited must not pass for the record's.
  return rows.map((row) => ({ ...row, record: agrees(row) ? row.record : {} }))
}

const agrees = ({ sequence, at, person, verb, subject, record }: AuditRow) =>
  sequence === record.sequence &&
  at.toISOString() === record.at &&
  person === (record.person ?? null) &&
  verb === record.verb &&
  subject === record.subject

/** How many rows the chain has. */
export const chainLength = async (trx: Trx): Promise<number> => lengthOf(await readEnds(trx))

const lengthOf = (ends: StrandEnd[]): number =>
  ends.reduce((sum, { strand, sequence }) => sum + sequence - strand * STRAND_SIZE, 0)
