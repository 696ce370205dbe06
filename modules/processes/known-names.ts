import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import type { DecisionTable } from '../../kernel/process/decision/table.ts'
import type { Step, Title } from '../../kernel/process/model.ts'
import type { KnownNames } from './rules/known.ts'

/** Everything a design may name, the newest of each. */
export async function knownNames(trx: Trx): Promise<KnownNames> {
  const [roles, forms, processes, decisions] = [
    await sql<{ code: string; zh: string; en: string }>`select code, title_zh as zh, title_en as en from role
      where code not in ('administrator', 'security-administrator', 'auditor') order by code`.execute(trx),
    await sql<{ definition: FormDefinition }>`select distinct on (key) definition from form_definition
      order by key, version desc`.execute(trx),
    await sql<ProcessNames>`select distinct on (key) key, definition->'title' as title, definition->>'business' as business,
      jsonb_path_query_array(definition, '$.steps[*] ? (@.kind == "serviceTask")') as services
      from process_definition order by key, version desc`.execute(trx),
    await sql<{ version: number; definition: DecisionTable }>`select distinct on (key) version, definition
      from decision_definition order by key, version desc`.execute(trx),
  ]
  return {
    roles: roles.rows.map(({ code, zh, en }) => ({ code, title: { zh, en } })),
    forms: forms.rows.map(({ definition }) => formNames(definition)),
    jobs: [...new Set(processes.rows.flatMap(({ services }) => services.map(({ job }) => job)))].sort(),
    decisions: decisions.rows.map(({ version, definition }) => ({
      key: definition.id,
      title: definition.name,
      version,
      outputs: definition.outputs.map(({ name }) => name),
      table: definition,
    })),
    processes: processes.rows.map(({ key, title }) => ({ key, title })),
    businesses: [...new Set(processes.rows.map(({ business }) => business))].sort(),
  }
}

type ProcessNames = {
  key: string
  title: Title
  business: string
  services: Extract<Step, { kind: 'serviceTask' }>[]
}

const formNames = ({ key, version, title, fields }: FormDefinition): KnownNames['forms'][number] => ({
  key,
  version,
  title,
  fields: fields.map(({ name, title, type, required }) => ({ name, title, type, required: required ?? false })),
})
