import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { publish } from '../../../kernel/exchange/outbox.ts'

export type SharedLink = { clue: string; number: string; linkedClue: string; ratioOwn: number; ratioOther: number }

/** Writes links to the shared store and tells partners; the same link again changes nothing. */
export async function shareLinks(trx: Trx, links: readonly SharedLink[], now: Date): Promise<void> {
  for (const link of links) {
    const { rows } = await sql`insert into landuse_shared as s (kind, clue, payload, written_at)
      values ('link', ${link.clue}, ${json(link)}, ${now})
      on conflict (kind, clue) do update set payload = excluded.payload, written_at = excluded.written_at
        where s.payload <> excluded.payload returning 1`.execute(trx)
    const key = `${link.clue}:${link.linkedClue}:${now.toISOString()}`
    if (rows.length > 0) await publish(trx, { topic: 'landuse.link', key, payload: link }, now)
  }
}

/** Takes back the links of clues that are linked no more, and tells partners. */
export async function withdrawLinks(trx: Trx, clues: readonly string[], now: Date): Promise<void> {
  const { rows } = await sql<{ payload: SharedLink }>`delete from landuse_shared
    where kind = 'link' and clue = any(${clues}::uuid[]) returning payload`.execute(trx)
  for (const { payload } of rows) {
    const key = `${payload.clue}:${payload.linkedClue}:withdrawn:${now.toISOString()}`
    await publish(trx, { topic: 'landuse.link', key, payload: { ...payload, withdrawn: true } }, now)
  }
}
