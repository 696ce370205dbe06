import { sql } from 'kysely'
import { CHAIN_START, type ChainFault, chainHash, chainMac, verifyChain } from '../crypto/chain.ts'
import { hmacSm3 } from '../crypto/sm3.ts'
import { json, type Trx } from '../db/database.ts'

export type AuditEntry = {
  at: Date
  person: string | null
  verb: string
  /** kind:id, «case:0198…» */
  subject: string
  address?: string
  before?: unknown
  after?: unknown
}

/**
 * Adds one row to the audit chain, in the transaction of the act itself: both happen or neither.
 * Call it last: it holds the end of the chain until the transaction ends.
 */
export async function writeAudit(trx: Trx, entry: AuditEntry, macKey: Uint8Array): Promise<void> {
  const { rows } = await sql<{
    sequence: number
    hash: string
  }>`select sequence, hash from audit_head for update`.execute(trx)
  const head = rows[0]
  if (!head) throw new Error('audit_head is empty: the end of the audit chain has been removed')
  const sequence = head.sequence + 1
  const record = { sequence, ...plain(entry) }
  const hash = chainHash(head.hash, record)
  await sql`insert into audit (sequence, at, person, verb, subject, record, previous_hash, hash, mac)
    values (${sequence}, ${entry.at}, ${entry.person}, ${entry.verb}, ${entry.subject}, ${json(record)}, ${head.hash}, ${hash},
      ${chainMac(macKey, hash)})`.execute(trx)
  await sql`update audit_head set sequence = ${sequence}, hash = ${hash}, mac = ${headMac(macKey, sequence, hash)}`.execute(
    trx,
  )
}

/** Of another shape than a row's MAC, so that no row's can be put in its place. */
const headMac = (macKey: Uint8Array, sequence: number, hash: string) => hmacSm3(macKey, `head ${sequence} ${hash}`)

/** As JSON will store it: what is hashed must be what is read back. */
const plain = (entry: AuditEntry): Record<string, unknown> => JSON.parse(JSON.stringify(entry))

const PAGE = 1000

/** Walks the whole chain, MACs too when the key is given. Undefined when every row is as it was written, else the first fault. */
export async function verifyAudit(
  trx: Trx,
  macKey?: Uint8Array,
  progress: (done: number, total: number) => void = () => {},
): Promise<ChainFault | undefined> {
  const head = await readHead(trx)
  let after = { sequence: 0, hash: CHAIN_START }
  while (after.sequence < head.sequence) {
    const rows = await pageAfter(trx, after.sequence, head.sequence)
    const fault = verifyChain(rows, { after, macKey })
    if (fault) return fault
    const last = rows.at(-1)
    if (!last) return { kind: 'cut', sequence: after.sequence + 1 }
    after = { sequence: last.sequence, hash: last.hash }
    progress(after.sequence, head.sequence)
  }
  if (after.hash !== head.hash) return { kind: 'edited', sequence: after.sequence }
  // A chain that was never written to has no MAC yet.
  if (macKey && head.sequence > 0 && head.mac !== headMac(macKey, head.sequence, head.hash))
    return { kind: 'cut', sequence: head.sequence + 1 }
  return strayRow(trx)
}

type Head = { sequence: number; hash: string; mac: string | null }

async function readHead(trx: Trx): Promise<Head> {
  const { rows } = await sql<Head>`select sequence, hash, mac from audit_head`.execute(trx)
  // Without its head nothing says how long the chain was.
  return rows[0] ?? { sequence: 1, hash: '', mac: null }
}

/** A row outside the chain, put in without an act. One statement: others may be writing at this moment. */
async function strayRow(trx: Trx): Promise<ChainFault | undefined> {
  const { rows } = await sql<{ sequence: number }>`select a.sequence from audit a, audit_head h
    where a.sequence > h.sequence or a.sequence < 1 order by a.sequence limit 1`.execute(trx)
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

export async function chainLength(trx: Trx): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`select sequence from audit_head`.execute(trx)
  return rows[0]?.sequence ?? 0
}
