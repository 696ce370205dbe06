import { sql } from 'kysely'
import { readCase } from '../../kernel/cases/standing.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { addResource } from '../../kernel/documents/resources.ts'
import type { FileStore } from '../../kernel/files/file-store.ts'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../kernel/problems/problem.ts'
import { readProject, stageFacts } from './projects.ts'
import type { MainCase } from './rules/filing.ts'
import type { StageFact } from './rules/stages.ts'

export type FiledMaterial = { key: string; digest: string; name: string; mediaType: string }

/** Folder of the case's tree under which the materials of the filing lie. */
export const MATERIALS = '申报材料'

/** undefined: none named; null: there is none with that code. */
export async function projectFacts(
  trx: Trx,
  code: string | undefined,
): Promise<{ code: string; stages: StageFact[] } | null | undefined> {
  if (code === undefined) return undefined
  if (!(await readProject(trx, code))) return null
  return { code, stages: (await stageFacts(trx, [code])).get(code) ?? [] }
}

/** The main contract's case, within the filer's sight. */
export async function mainFacts(context: Context, caseId: string | undefined): Promise<MainCase | undefined> {
  if (caseId === undefined) return undefined
  const row = await readCase(context, caseId)
  const scope = { area: row.area_code, organisation: row.organisation ?? undefined, business: row.business }
  if (!can(context.person, 'casework.case.view', scope))
    throw new Refusal(forbidden('kernel.no-right', { verb: 'casework.case.view', area: row.area_code }))
  return { number: row.number, isOpen: row.state === 'running' || row.state === 'suspended' }
}

/** Names of files the store has not received. */
export async function missingFiles(files: FileStore, materials: FiledMaterial[]): Promise<string[]> {
  const missing: string[] = []
  for (const { digest, name } of materials) if (!(await files.has(digest))) missing.push(name)
  return missing
}

export async function attachMaterials(
  { trx, files, person, now }: Context,
  caseId: string,
  titles: ReadonlyMap<string, string>,
  materials: FiledMaterial[],
): Promise<void> {
  for (const { key, digest, name, mediaType } of materials) {
    const file = { digest, mediaType, size: await files.sizeOf(digest) }
    const folder = `${MATERIALS}/${titles.get(key)!.replaceAll(/[/\\:*?"<>|]/g, ' ')}`
    const resource = { caseId, folder, kind: 'file' as const, title: name, file, detail: { material: key } }
    await addResource(trx, resource, person.id, now)
  }
}

/** 会签 proposed: of each section whoever has fewest open tasks and the role for it. */
export async function proposedSigners(trx: Trx, sections: string[], place: { area: string; business: string }) {
  const { area, business } = place
  const { rows } = await sql<{
    id: string
    name: string
    section: string
  }>`select distinct on (o.code) p.id, p.name, o.name as section
    from organisation o join person p on p.organisation = o.id and p.ended_at is null
      join right_grant g on g.person = p.id and g.ended_at is null and g.role = 'countersigner' and starts_with(${area}, g.area)
        and g.business in ('*', ${business})
    where o.code = any(${sections}::text[])
    order by o.code, (select count(*) from task t where t.assignee = p.id and t.state in ('open', 'claimed')), p.name`.execute(
    trx,
  )
  return rows.map(({ id, name, section }) => ({ person: { id, name }, section }))
}
