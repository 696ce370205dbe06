import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { FormDefinition, FormField } from './definition.ts'
import { codesOf, type Dictionary, type KnowsCode } from './dictionary.ts'

/** Adds an edition, or brings titles and parents of a known one up to date; codes are never taken away. */
export async function publishDictionary(trx: Trx, { scheme, edition, items }: Dictionary): Promise<void> {
  const column = (of: (item: Dictionary['items'][number]) => string | null) => items.map(of)
  await sql`insert into dictionary_item (scheme, edition, code, title_zh, title_en, parent, position)
    select ${scheme}, ${edition}, code, zh, en, parent, position from unnest(${column((i) => i.code)}::text[],
      ${column((i) => i.title.zh)}::text[], ${column((i) => i.title.en)}::text[], ${column((i) => i.parent ?? null)}::text[])
      with ordinality as item (code, zh, en, parent, position)
    on conflict (scheme, edition, code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
      parent = excluded.parent, position = excluded.position`.execute(trx)
}

export async function readDictionary(trx: Trx, scheme: string, edition: string): Promise<Dictionary> {
  const { rows } = await sql<{ code: string; title_zh: string; title_en: string; parent: string | null }>`
    select code, title_zh, title_en, parent from dictionary_item where scheme = ${scheme} and edition = ${edition}
    order by position`.execute(trx)
  const items = rows.map(({ code, title_zh, title_en, parent }) => ({
    code,
    title: { zh: title_zh, en: title_en },
    ...(parent && { parent }),
  }))
  return { scheme, edition, items }
}

/** Answers for every code table the form names. */
export async function loadKnownCodes(trx: Trx, { fields }: FormDefinition): Promise<KnowsCode> {
  const named = new Map(fields.flatMap(tablesIn).map((table) => [`${table.scheme} ${table.edition}`, table]))
  const dictionaries: Dictionary[] = []
  for (const { scheme, edition } of named.values()) dictionaries.push(await readDictionary(trx, scheme, edition))
  return codesOf(dictionaries.filter(({ items }) => items.length > 0))
}

function tablesIn(field: FormField): { scheme: string; edition: string }[] {
  if (field.type === 'table') return field.columns.flatMap(tablesIn)
  return field.type === 'code' ? [{ scheme: field.scheme, edition: field.edition }] : []
}
