import { chainHash, chainMac } from '../crypto/chain.ts'
import { hmacSm3 } from '../crypto/sm3.ts'
import type { Trx } from '../db/database.ts'
import { ahead, ask, later } from '../db/packets.ts'
import { statement } from '../db/statement-names.ts'

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
  const mac = chainMac(macKey, hash)
  const write = ADD(
    sequence,
    hash,
    endMac(macKey, sequence, hash),
    strand,
    entry.at,
    entry.person,
    entry.verb,
    entry.subject,
    JSON.stringify(record),
    previous,
    mac,
  )
  await later(trx, write)
}

const ADD = statement(`with moved as (update audit_head set sequence = $1, hash = $2, mac = $3 where strand = $4)
  insert into audit (sequence, at, person, verb, subject, record, previous_hash, hash, mac)
  values ($1, $5, $6, $7, $8, $9, $10, $2, $11)`)

type Held = StrandEnd & { witnessSequence: number | null; witnessHash: string | null }

const early = new WeakMap<Trx, Promise<Held[]>>()

/**
 * For a short act that will surely be audited: the end of a strand comes with the next statement. Whatever the act may have to
 * wait for must be held by then, so that nobody waits while they hold a strand.
 */
export function strandAhead(trx: Trx): void {
  early.set(trx, ahead(trx, FREE))
}

async function holdStrand(trx: Trx): Promise<Held> {
  const held =
    (await (early.get(trx) ?? ask(trx, FREE)))[0] ?? (await ask(trx, ONE(Math.floor(STRANDS * Math.random()))))[0]
  early.delete(trx)
  if (!held) throw new Error('audit_head is empty: the end of the audit chain has been removed')
  return held
}

/**
 * The witnessed strand is another one for every row, all in turn: whoever cuts one back finds its old end named in the rows
 * of the others.
 */
const ends = (which: string) =>
  statement<Held>(`with held as (select strand, sequence, hash from audit_head ${which})
    select held.*, w.sequence as "witnessSequence", w.hash as "witnessHash" from held left join audit_head w
      on w.strand = (held.strand + 1 + held.sequence % ${STRANDS - 1}) % ${STRANDS}
        and w.sequence > w.strand * ${STRAND_SIZE}::bigint`)

const FREE = ends('order by strand limit 1 for no key update skip locked')()
/** Everybody writes at once: one strand is as good as another. Who waits holds none yet, so nobody waits for each other. */
const ONE = ends('where strand = $1 for no key update')

const witnessed = ({ witnessSequence: sequence, witnessHash: hash }: Pick<Held, 'witnessSequence' | 'witnessHash'>) =>
  sequence !== null && { witness: { sequence, hash } }

/** Of another shape than a row's MAC, so that no row's can be put in its place. */
export const endMac = (macKey: Uint8Array, sequence: number, hash: string): string =>
  hmacSm3(macKey, `head ${sequence} ${hash}`)

/** As JSON will store it: what is hashed must be what is read back. */
const plain = (entry: AuditEntry): Record<string, unknown> => JSON.parse(JSON.stringify(entry))
