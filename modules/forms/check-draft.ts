import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { checkDefinition } from '../../kernel/forms/check-definition.ts'
import type { CodeField, FormDefinition, FormField, FormIssue } from '../../kernel/forms/definition.ts'
import { nationalItems } from '../../kernel/forms/local-dictionaries.ts'

/** Faults of a draft, with those only the database knows of: a code table that is not published. */
export async function checkDraft(trx: Trx, definition: FormDefinition): Promise<FormIssue[]> {
  const issues = checkDefinition(definition)
  for (const { at, field } of codeFields(definition.fields, '')) {
    if (field.scheme !== '' && !(await isPublished(trx, field)))
      issues.push({
        code: 'forms.definition.unknown-dictionary',
        field: at,
        params: { scheme: field.scheme, edition: field.edition },
      })
  }
  return issues
}

const codeFields = (fields: FormField[], prefix: string): { at: string; field: CodeField }[] =>
  fields.flatMap((field) => {
    const at = `${prefix}${field.name}`
    if (field.type === 'table') return codeFields(field.columns, `${at}.`)
    return field.type === 'code' ? [{ at, field }] : []
  })

async function isPublished(trx: Trx, { scheme, edition }: CodeField): Promise<boolean> {
  if (nationalItems(scheme, edition)) return true
  const { rows } = await sql`select 1 from dictionary_edition
    where scheme = ${scheme} and edition = ${edition} and published_at is not null`.execute(trx)
  return rows.length > 0
}
