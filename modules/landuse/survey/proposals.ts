import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { type Proposal, proposeWay, type SortedClue } from './rules/propose-way.ts'

export type CaseProposal = Proposal & { caseId: string; number: string }

type Row = SortedClue & { caseId: string; caseNumber: string }

/** What the rule proposes for each case, in the order of case numbers. */
export async function proposalsFor(trx: Trx, caseIds: readonly string[]): Promise<CaseProposal[]> {
  const { rows } =
    await sql<Row>`select case_id as "caseId", case_number as "caseNumber", predicted_class as "predictedClass", conclusion,
      area_ellipsoidal as area, farmland_area as "farmlandArea", basic_farmland_area as "basicFarmlandArea", redline_area as "redlineArea",
      geom_before is not null as repaired
    from landuse_clue where case_id = any(${[...caseIds]}::uuid[]) order by case_number`.execute(trx)
  return rows.map(({ caseId, caseNumber: number, ...clue }) => ({ caseId, number, ...proposeWay(clue) }))
}
