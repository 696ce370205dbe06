import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormIssue } from '../../../../kernel/forms/definition.ts'

/** What is wrong with the definition, in words. */
export function IssueList({ issues, withPlace }: { issues: readonly FormIssue[]; withPlace?: boolean }) {
  const { t } = useTexts()
  if (issues.length === 0) return null
  return (
    <ul className="issue-list" role="alert">
      {issues.map(({ code, field, params }) => (
        <li key={`${field} ${code} ${JSON.stringify(params)}`} className="form-issue">
          {withPlace && <b>{field} </b>}
          {t(code, params)}
        </li>
      ))}
    </ul>
  )
}
