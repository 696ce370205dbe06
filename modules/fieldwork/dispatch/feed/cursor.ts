import { canonicalJson } from '../../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../../kernel/crypto/sm3.ts'
import type { Person } from '../../../../kernel/identity/can.ts'

/**
 * Where a phone stands. `whole`: the first round, in order of ids. `since`: what has changed from transaction `floor` on;
 * `xid` and `serial` are the last change it was told of in this round. `next` is the floor of the next round: the oldest
 * transaction still open when this round began, so that what commits late comes then.
 */
export type Cursor =
  | { round: 'whole'; next: number; after: string }
  | { round: 'since'; floor: number; xid: number; serial: number; next: number | null }

/** Which database and which rights a cursor was made for: with others it says nothing, and the phone is told everything anew. */
export const markOf = (database: string, { organisation, rights }: Person): string =>
  sm3(canonicalJson({ database, organisation: organisation.id, rights })).slice(0, 16)

export function writeCursor(mark: string, cursor: Cursor): string {
  const parts =
    cursor.round === 'whole'
      ? ['w', cursor.next, cursor.after]
      : ['s', cursor.floor, cursor.xid, cursor.serial, cursor.next ?? '']
  return [mark, ...parts].join('~')
}

/** Undefined for what is not a cursor of these rights and this database. */
export function readCursor(mark: string, written: string | undefined): Cursor | undefined {
  const [own, round, ...parts] = written?.split('~') ?? []
  if (own !== mark) return undefined
  if (round === 'w') return whole(parts)
  return round === 's' ? since(parts) : undefined
}

function whole([next, after]: string[]): Cursor | undefined {
  const isSound = Number.isSafeInteger(Number(next)) && /^[0-9a-f-]{36}$/.test(after ?? '')
  return isSound ? { round: 'whole', next: Number(next), after: after! } : undefined
}

function since([floor, xid, serial, next]: string[]): Cursor | undefined {
  const numbers = [floor, xid, serial, next || '0'].map(Number)
  if (!numbers.every((one) => Number.isSafeInteger(one))) return undefined
  const [from, at, last, then] = numbers as [number, number, number, number]
  return { round: 'since', floor: from, xid: at, serial: last, next: next ? then : null }
}
