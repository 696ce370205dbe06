import type { Trx } from '../../../kernel/db/database.ts'
import type { Position } from '../../../kernel/geometry/types.ts'
import { ruleText } from '../../../kernel/quality/rule-sets.ts'
import { readIssues, type StoredIssue } from '../../../kernel/quality/runs.ts'
import { placeToDegrees } from '../../fieldwork/api.ts'
import { isError, surveyTexts } from './rules/quality-rules.ts'

/** An issue as a page shows it; `place` is longitude and latitude. */
export type IssueView = Omit<StoredIssue, 'at'> & {
  title: { zh: string; en: string }
  clause: string
  error: boolean
  place: Position | null
}

const own = new Map<string, { title: { zh: string; en: string }; clause: string }>(
  Object.values(surveyTexts).map((rule) => [rule.id, rule]),
)

export async function toView(trx: Trx, run: string): Promise<IssueView[]> {
  return (await readIssues(trx, run)).map(({ at, ...issue }) => {
    const text = own.get(issue.rule) ?? ruleText(issue.rule)
    return {
      ...issue,
      title: text?.title ?? { zh: issue.rule, en: issue.rule },
      clause: text?.clause ?? '',
      error: isError(issue),
      place: at && placeToDegrees(at),
    }
  })
}
