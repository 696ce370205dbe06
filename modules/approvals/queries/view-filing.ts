import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { readCase } from '../../../kernel/cases/standing.ts'
import { query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { forbidden, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { MATERIALS } from '../filing.ts'
import { readItem } from '../items/store.ts'
import { readProject, stageFacts } from '../projects.ts'
import type { ApplicantKind } from '../rules/item.ts'
import { lifeCycle } from '../rules/stages.ts'
import { Id } from '../schema.ts'

type Filed = {
  item: string
  itemVersion: number
  project: string | null
  applicantName: string
  applicantKind: ApplicantKind
  applicantCode: string | null
  filedBy: string | null
}
type FiledFile = { id: string; material: string; title: string }

/** What a case was filed as: item, applicant, materials one by one, project. For the receipt and the case page. */
export const viewFiling = query({
  name: 'approvals.case.view',
  input: Type.Object({ caseId: Id }),
  handle: async ({ trx, person }, { caseId }) => {
    const row = await readCase({ trx }, caseId)
    const scope = { area: row.area_code, organisation: row.organisation ?? undefined, business: row.business }
    if (!can(person, 'approvals.case.view', scope))
      throw new Refusal(forbidden('kernel.no-right', { verb: 'approvals.case.view', area: row.area_code }))
    const { rows } =
      await sql<Filed>`select a.item, a.item_version as "itemVersion", a.project, a.applicant_name as "applicantName",
        a.applicant_kind as "applicantKind", a.applicant_code as "applicantCode", p.name as "filedBy"
      from approval_case a join case_ c on c.id = a.case_id left join person p on p.id = c.opened_by
      where a.case_id = ${caseId}`.execute(trx)
    const filed = rows[0]
    if (!filed) throw new Refusal(notFound('approvals.case.not-filed', { number: row.number }))
    const files = await sql<FiledFile>`select id, detail ->> 'material' as material, title from case_resource
      where case_id = ${caseId} and removed_at is null and starts_with(folder, ${MATERIALS}) order by made_at, id`.execute(
      trx,
    )
    const { number, title, state, result, opened_at: openedAt, due } = row
    const item = await readItem(trx, filed.item, filed.itemVersion)
    const project = filed.project ? ((await readProject(trx, filed.project)) ?? null) : null
    const facts = project ? (await stageFacts(trx, [project.code])).get(project.code) : []
    return {
      ...{ caseId, number, title, state, result, openedAt, due: due === 'infinity' ? null : due },
      ...{ item, filed, project, stages: lifeCycle(facts ?? []) },
      materials: item.materials.map((material) => ({
        ...material,
        files: files.rows.filter((one) => one.material === material.key).map(({ id, title }) => ({ id, title })),
      })),
    }
  },
})
