import { Type } from '@sinclair/typebox'
import { readCase } from '../../../../kernel/cases/standing.ts'
import { query } from '../../../../kernel/http/action.ts'
import { latestRun } from '../../../../kernel/quality/runs.ts'
import { type IssueView, toView } from '../issue-view.ts'
import { refuseUnseen } from '../visible-case.ts'

/** The latest judgement of a case's survey with its issues, worst first; no run yet gives none. */
export const viewQuality = query({
  name: 'landuse.quality.view',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { caseId }) {
    refuseUnseen(person, 'landuse.quality.view', await readCase({ trx }, caseId))
    const run = await latestRun(trx, `case:${caseId}`)
    const issues: IssueView[] = run ? await toView(trx, run.id) : []
    return {
      run: run
        ? {
            id: run.id,
            at: run.made_at,
            ruleSet: run.rule_set,
            version: run.rule_set_version,
            patches: run.feature_count,
          }
        : null,
      errors: issues.filter(({ error }) => error).length,
      issues,
    }
  },
})
