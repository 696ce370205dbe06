import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { FormDefinition, FormField } from '../../forms/definition.ts'
import { localWordsOf } from '../../forms/local-dictionaries.ts'
import { type LocalWords, localCodesIn, searchableTexts } from '../../forms/searchable.ts'
import { readForm } from '../../forms/store.ts'
import type { CaseRow } from '../tables.ts'
import type { CaseWork } from '../work.ts'

type Values = Record<string, unknown>
type Indexed = Pick<CaseRow, 'id' | 'forms'>
/** Of one case, the values by which it is found. */
type Entry = { case_id: string; name: string; value: string }

/** Longer ones are not what people search by, and would not fit an index. */
const LONGEST = 200

// A published form never changes, so it is read once; those without a searchable field are not kept.
const known = new Map<string, FormDefinition | null>()

/** Keeps what a case is found by in step with its data. Where no form has a searchable field no statement is run. */
export async function indexSearchFields(
  { trx }: Pick<CaseWork, 'trx'>,
  cases: { row: Indexed; before: Values; after: Values }[],
): Promise<void> {
  const gone: Entry[] = []
  const come: Entry[] = []
  for (const { row, before, after } of cases) {
    if (before === after) continue
    const forms = await searchableForms(trx, row.forms)
    const codes = forms.flatMap((form) => [...localCodesIn(form, before), ...localCodesIn(form, after)])
    const words = await localWordsOf(trx, codes)
    const [old, fresh] = [entriesOf(row.id, forms, before, words), entriesOf(row.id, forms, after, words)]
    gone.push(...old.filter((one) => !fresh.some((other) => isSame(one, other))))
    come.push(...fresh.filter((one) => !old.some((other) => isSame(one, other))))
  }
  if (gone.length > 0)
    await sql`delete from case_search_field f using ${rowsOf(gone)}
      where f.case_id = e.case_id and f.name = e.name and f.value = e.value`.execute(trx)
  if (come.length > 0)
    await sql`insert into case_search_field (case_id, name, value) select * from ${rowsOf(come)}
      on conflict do nothing`.execute(trx)
}

const isSame = (a: Entry, b: Entry) => a.name === b.name && a.value === b.value

const rowsOf = (all: Entry[]) =>
  sql`unnest(${all.map((one) => one.case_id)}::uuid[], ${all.map(({ name }) => name)}::text[],
    ${all.map(({ value }) => value)}::text[]) as e (case_id, name, value)`

async function searchableForms(trx: Trx, forms: Record<string, number>): Promise<FormDefinition[]> {
  const found: FormDefinition[] = []
  for (const [key, version] of Object.entries(forms)) {
    const id = `${key} ${version}`
    if (!known.has(id)) {
      const form = await readForm(trx, key, version)
      known.set(id, searchableFields(form).length > 0 ? form : null)
    }
    const form = known.get(id)
    if (form) found.push(form)
  }
  return found
}

function entriesOf(case_id: string, forms: FormDefinition[], values: Values, words: LocalWords): Entry[] {
  const texts = forms.flatMap((form) => searchableTexts(form, values, words))
  return texts.map(({ name, text }) => ({ case_id, name, value: text.slice(0, LONGEST) }))
}

/** The fields of a form by which cases are found. */
export const searchableFields = ({ fields }: FormDefinition): FormField[] =>
  fields.filter(({ searchable }) => searchable === true)
