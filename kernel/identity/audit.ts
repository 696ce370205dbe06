import { sql } from 'kysely'
import { chainHash, chainMac } from '../crypto/chain.ts'
import { hmacSm3 } from '../crypto/sm3.ts'
import { json, type Trx } from '../db/database.ts'
import { later } from '../db/packets.ts'
import { PREPARED } from '../db/statement-names.ts'

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

/** The end of a strand: its last row. An empty strand stands on CHAIN_START. */
export type StrandEnd = { strand: number; sequence: number; hash: string }

/** As many can act at once without waiting for each other; 20261127-53-strands.sql makes their ends. */
export const STRANDS = 32
/** Strand s counts s·10¹² + 1, 2, 3 … */
export const STRAND_SIZE = 1_000_000_000_000

/**
 * Adds one row to the audit, in the transaction of the act itself: both happen or neither. It goes to the first strand nobody
 * writes to, so whoever is alone always writes to strand 0.
 * Call it last: it holds the end of the strand until the transaction ends.
 */
export async function writeAudit(trx: Trx, entry: AuditEntry, macKey: Uint8Array): Promise<void> {
  const { strand, sequence: last, hash: previous, ...witness } = await holdStrand(trx)
  const sequence = last + 1
  const record = { sequence, ...plain(entry), ...witnessed(witness) }
  const hash = chainHash(previous, record)
  const write = sql`${PREPARED} with moved as (update audit_head set sequence = ${sequence}, hash = ${hash},
      mac = ${endMac(macKey, sequence, hash)} where strand = ${strand})
    insert into audit (sequence, at, person, verb, subject, record, previous_hash, hash, mac)
    values (${sequence}, ${entry.at}, ${entry.person}, ${entry.verb}, ${entry.subject}, ${json(record)}, ${previous}, ${hash},
      ${chainMac(macKey, hash)})`
  await later(trx, write)
}

type Held = StrandEnd & { witnessSequence: number | null; witnessHash: string | null }

async function holdStrand(trx: Trx): Promise<Held> {
  const held = (await holdFree(trx)) ?? (await waitForStrand(trx))
  if (!held) throw new Error('audit_head is empty: the end of the audit chain has been removed')
  return held
}

const holdFree = (trx: Trx) => holdOne(trx, sql`order by strand limit 1 for no key update skip locked`)

/** Everybody writes at once: one strand is as good as another. Who waits holds none yet, so nobody waits for each other. */
const waitForStrand = (trx: Trx) =>
  holdOne(trx, sql`where strand = ${Math.floor(STRANDS * Math.random())} for no key update`)

/**
 * The witnessed strand is another one for every row, all in turn: whoever cuts one back finds its old end named in the rows
 * of the others.
 */
async function holdOne(trx: Trx, which: ReturnType<typeof sql>): Promise<Held | undefined> {
  const { rows } = await sql<Held>`${PREPARED} with held as (select strand, sequence, hash from audit_head ${which})
    select held.*, w.sequence as "witnessSequence", w.hash as "witnessHash" from held left join audit_head w
      on w.strand = (held.strand + 1 + held.sequence % ${STRANDS - 1}::int) % ${STRANDS}::int
        and w.sequence > w.strand * ${STRAND_SIZE}::bigint`.execute(trx)
  return rows[0]
}

const witnessed = ({ witnessSequence: sequence, witnessHash: hash }: Pick<Held, 'witnessSequence' | 'witnessHash'>) =>
  sequence !== null && { witness: { sequence, hash } }

/** Of another shape than a row's MAC, so that no row's can be put in its place. */
export const endMac = (macKey: Uint8Array, sequence: number, hash: string): string =>
  hmacSm3(macKey, `head ${sequence} ${hash}`)

/** As JSON will store it: what is hashed must be what is read back. */
const plain = (entry: AuditEntry): Record<string, unknown> => JSON.parse(JSON.stringify(entry))
