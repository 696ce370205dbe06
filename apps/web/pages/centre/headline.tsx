import { Link } from 'react-router'
import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { WorklistCounts } from '../use-worklist-counts.ts'

/** All businesses together: the same numbers as the worklist's boxes. */
export function Headline({ counts }: { counts: WorklistCounts }) {
  const { t } = useTexts()
  const figures = [
    ['centre.todo', counts.todo, '/', ''],
    ['centre.doing', counts.doing, '/?box=doing', ''],
    ['centre.overdue', counts.overdue, '/?lamp=red', counts.overdue > 0 ? 'centre-red' : ''],
    ['centre.nearlyDue', counts.nearlyDue, '/?lamp=yellow', counts.nearlyDue > 0 ? 'centre-yellow' : ''],
    ['worklist.circulated', counts.circulated, '/?box=circulated', ''],
    ['worklist.supervised', counts.supervised, '/?box=supervised', ''],
  ] as const
  return (
    <nav className="centre-headline" aria-label={t('centre.todo')}>
      {figures.map(([key, n, to, tone]) => (
        <Link key={key} to={to} className="card">
          <span className="quiet">{t(key)}</span>
          <b className={`number ${tone}`}>{count(n)}</b>
        </Link>
      ))}
    </nav>
  )
}
