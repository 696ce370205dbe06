import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import type { DecisionTable } from '../../kernel/process/decision/table.ts'
import type { Title } from '../../kernel/process/model.ts'
import type { KnownDecision, KnownForm, KnownNames } from './rules/known.ts'

/** Everything a design may name, the newest of each, and which versions there are. */
export async function knownNames(trx: Trx): Promise<KnownNames> {
  const roles = await sql<{
    code: string
    zh: string
    en: string
  }>`select code, title_zh as zh, title_en as en from role
    where code not in ('administrator', 'security-administrator', 'auditor') order by code`.execute(trx)
  const forms = await sql<{ definition: FormDefinition }>`select distinct on (key) definition from form_definition
    order by key, version desc`.execute(trx)
  const jobs = await sql<{ name: string }>`select name from service_job order by name`.execute(trx)
  const processes = await processesOf(trx)
  return {
    roles: roles.rows.map(({ code, zh, en }) => ({ code, title: { zh, en } })),
    forms: forms.rows.map(({ definition }) => formNames(definition)),
    jobs: jobs.rows.map(({ name }) => name),
    decisions: await decisionsOf(trx),
    processes: processes.map(({ business: _, filingForm, ...process }) => ({
      ...process,
      ...(filingForm !== null && { filingForm }),
    })),
    businesses: [...new Set(processes.map(({ business }) => business))].sort(),
  }
}

type ProcessNames = { key: string; title: Title; business: string; versions: number[]; filingForm: string | null }

async function processesOf(trx: Trx): Promise<ProcessNames[]> {
  const { rows } =
    await sql<ProcessNames>`select key, (array_agg(definition->'title' order by version desc))[1] as title,
      (array_agg(definition->>'business' order by version desc))[1] as business, array_agg(version order by version desc) as versions,
      (array_agg(definition#>>'{filing,form}' order by version desc))[1] as "filingForm"
    from process_definition group by key order by key`.execute(trx)
  return rows
}

async function decisionsOf(trx: Trx): Promise<KnownDecision[]> {
  const { rows } = await sql<{ version: number; definition: DecisionTable }>`select version, definition
    from decision_definition order by key, version desc`.execute(trx)
  return [...Map.groupBy(rows, ({ definition }) => definition.id)].map(([key, versions]) => {
    const { definition: table, version } = versions[0]!
    return {
      key,
      title: table.name,
      version,
      versions: versions.map((one) => ({ version: one.version, table: one.definition })),
      outputs: table.outputs.map(({ name }) => name),
      table,
    }
  })
}

const formNames = ({ key, version, title, sections = [], fields }: FormDefinition): KnownForm => ({
  key,
  version,
  title,
  sections: sections.map(({ name, title }) => ({ name, title })),
  fields: fields.map(({ name, title, type, required, section }) => ({
    ...{ name, title, type, required: required ?? false },
    ...(section !== undefined && { section }),
  })),
})
