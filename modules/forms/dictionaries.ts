import { sql } from 'kysely'
import { json, type Trx } from '../../kernel/db/database.ts'
import type { Party } from '../../kernel/forms/definition.ts'
import type { DictionaryItem } from '../../kernel/forms/dictionary.ts'
import { initialsOf } from '../../kernel/forms/dictionary-search.ts'
import { nationalItems } from '../../kernel/forms/local-dictionaries.ts'
import { invalid, notFound, type Problem, Refusal } from '../../kernel/problems/problem.ts'
import type { EditionStanding } from './rules/edition-standing.ts'

export type EditionRow = EditionStanding & {
  title: { zh: string; en: string }
  source: string
  changedAt: Date
  proposedAt: Date | null
  note: string | null
  declinedReason: string | null
  publishedAt: Date | null
  publishedBy: string | null
}

/** Refuses where there is no such local edition. */
export async function readEdition(trx: Trx, scheme: string, edition: string, lock = false): Promise<EditionRow> {
  const { rows } = await sql<EditionRow>`select e.scheme, e.edition,
      jsonb_build_object('zh', e.title_zh, 'en', e.title_en) as title, e.source, e.revision, e.changed_at as "changedAt",
      c.name as "changedBy", c.id as "changedById", e.proposed_at as "proposedAt", o.name as "proposedBy",
      o.id as "proposedById", e.note, e.declined_reason as "declinedReason", e.published_at as "publishedAt",
      p.name as "publishedBy"
    from dictionary_edition e join person c on c.id = e.changed_by left join person p on p.id = e.published_by
      left join person o on o.id = e.proposed_by
    where e.scheme = ${scheme} and e.edition = ${edition} ${lock ? sql`for update of e` : sql``}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('forms.dictionary.unknown', { scheme, edition }))
  return rows[0]
}

export async function isTaken(trx: Trx, scheme: string, edition: string): Promise<boolean> {
  if (nationalItems(scheme, edition)) return true
  const { rows } =
    await sql`select 1 from dictionary_edition where scheme = ${scheme} and edition = ${edition}`.execute(trx)
  return rows.length > 0
}

/** Puts items in, over those of the same code; new ones come after the others. One statement, however many. */
export async function putItems(
  trx: Trx,
  scheme: string,
  edition: string,
  items: readonly DictionaryItem[],
): Promise<void> {
  const rows = items.map(({ code, title, parent, usable, validFrom, validUntil, organisation }, place) => ({
    ...{ code, place, zh: title.zh, en: title.en, parent: parent ?? null, usable: usable ?? true },
    ...{
      from: validFrom ?? null,
      until: validUntil ?? null,
      organisation: organisation?.id ?? null,
      initials: initialsOf(title.zh),
    },
  }))
  await sql`insert into dictionary_item (scheme, edition, code, place, title_zh, title_en, parent, usable, valid_from, valid_until, organisation, initials)
    select ${scheme}, ${edition}, i.code, i.place + (select coalesce(max(place) + 1, 0) from dictionary_item
        where scheme = ${scheme} and edition = ${edition}), i.zh, i.en, i.parent, i.usable, i."from", i."until", i.organisation, i.initials
    from jsonb_to_recordset(${json(rows)}::jsonb) as i(code text, place int, zh text, en text, parent text, usable boolean,
      "from" date, "until" date, organisation uuid, initials text)
    on conflict (scheme, edition, code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
      parent = excluded.parent, usable = excluded.usable, valid_from = excluded.valid_from, valid_until = excluded.valid_until, organisation = excluded.organisation,
      initials = excluded.initials`.execute(trx)
}

export async function touchEdition(
  trx: Trx,
  { scheme, edition }: Pick<EditionRow, 'scheme' | 'edition'>,
  by: string,
  now: Date,
): Promise<void> {
  await sql`update dictionary_edition set revision = revision + 1, changed_at = ${now}, changed_by = ${by}
    where scheme = ${scheme} and edition = ${edition}`.execute(trx)
}

/** Organisations that items stand for, by what they are called there: id, code or name; undefined where there is none. */
async function organisationsCalled(
  trx: Trx,
  items: readonly DictionaryItem[],
): Promise<(called: string) => Party | undefined> {
  const called = items.flatMap(({ organisation }) => (organisation ? [organisation.id || organisation.name] : []))
  if (called.length === 0) return () => undefined
  const { rows } = await sql<{ id: string; code: string; name: string }>`select id, code, name from organisation
    where id::text = any(${called}) or code = any(${called}) or name = any(${called})`.execute(trx)
  return (one) => rows.find(({ id, code, name }) => [id, code, name].includes(one))
}

/** Each item with the organisation it stands for, and the first that stands for one nobody knows. */
export async function withOrganisations(
  trx: Trx,
  items: readonly DictionaryItem[],
): Promise<{ items: DictionaryItem[]; stranger: Problem | undefined }> {
  const find = await organisationsCalled(trx, items)
  const known = items.map(({ organisation, ...item }) => {
    const found = organisation && find(organisation.id || organisation.name)
    return { item: { ...item, ...(found && { organisation: found }) }, stranger: found ? undefined : organisation }
  })
  const unknown = known.find(({ stranger }) => stranger !== undefined)
  return {
    items: known.map(({ item }) => item),
    stranger:
      unknown &&
      invalid('forms.dictionary.unknown-organisation', { item: unknown.item.code, name: unknown.stranger!.name }),
  }
}
