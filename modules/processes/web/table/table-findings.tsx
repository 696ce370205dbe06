import { CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Finding } from '../../rules/finding.ts'

/** What keeps the table from being published, below it. */
export function TableFindings({ findings }: { findings: Finding[] }) {
  const { t } = useTexts()
  return (
    <ul className="findings" aria-live="polite">
      {findings.map(({ level, problem }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice
        <li key={i} className={`finding finding-${level}`}>
          {level === 'error' ? <CloseCircleFilled /> : <WarningFilled />} {t(problem.code, problem.params)}
        </li>
      ))}
    </ul>
  )
}
