import { sql } from 'kysely'
import { CHAIN_START, type ChainFault, chainHash, chainMac, verifyChain } from '../crypto/chain.ts'
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
  const head = rows[0] ?? { sequence: 0, hash: CHAIN_START }
  const sequence = head.sequence + 1
  const record = { sequence, ...plain(entry) }
  const hash = chainHash(head.hash, record)
  await sql`insert into audit (sequence, at, person, verb, subject, record, previous_hash, hash, mac)
    values (${sequence}, ${entry.at}, ${entry.person}, ${entry.verb}, ${entry.subject}, ${json(record)}, ${head.hash}, ${hash},
      ${chainMac(macKey, hash)})`.execute(trx)
  await sql`update audit_head set sequence = ${sequence}, hash = ${hash}`.execute(trx)
}

/** As JSON will store it: what is hashed must be what is read back. */
const plain = (entry: AuditEntry): Record<string, unknown> => JSON.parse(JSON.stringify(entry))

const PAGE = 1000

/** Walks the whole chain, MACs too when the key is given. Undefined when every row is as it was written, else the first fault. */
export async function verifyAudit(
  trx: Trx,
  macKey?: Uint8Array,
  progress: (done: number, total: number) => void = () => {},
): Promise<ChainFault | undefined> {
  const { rows: heads } = await sql<{ sequence: number; hash: string }>`select sequence, hash from audit_head`.execute(
    trx,
  )
  const head = heads[0] ?? { sequence: 0, hash: CHAIN_START }
  let after = { sequence: 0, hash: CHAIN_START }
  while (after.sequence < head.sequence) {
    const rows = await pageAfter(trx, after.sequence)
    const fault = verifyChain(rows, { after, macKey })
    if (fault) return fault
    const last = rows.at(-1)
    if (!last) return { kind: 'cut', sequence: after.sequence + 1 }
    after = { sequence: last.sequence, hash: last.hash }
    progress(after.sequence, head.sequence)
  }
  return after.sequence === head.sequence && after.hash === head.hash
    ? undefined
    : { kind: 'edited', sequence: after.sequence }
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

async function pageAfter(trx: Trx, sequence: number): Promise<AuditRow[]> {
  const { rows } =
    await sql<AuditRow>`select sequence, at, person, verb, subject, record, previous_hash as "previousHash", hash, mac
    from audit where sequence > ${sequence} order by sequence limit ${PAGE}`.execute(trx)
  // The columns beside the record are for searching; one that was edited must not pass for the record's.
  return rows.map((row) => ({ ...row, record: agrees(row) ? row.record : {} }))
}

const agrees = ({ at, person, verb, subject, record }: AuditRow) =>
  at.toISOString() === record.at &&
  person === (record.person ?? null) &&
  verb === record.verb &&
  subject === record.subject

export async function chainLength(trx: Trx): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`select sequence from audit_head`.execute(trx)
  return rows[0]?.sequence ?? 0
}
