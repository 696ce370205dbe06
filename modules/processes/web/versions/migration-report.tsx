import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useFindingSentence } from '../design/finding-list.tsx'

/** What became of each case; filled while the run goes on. */
export function MigrationReport({ runId, isOver }: { runId: string; isOver: boolean }) {
  const { t } = useTexts()
  const sentence = useFindingSentence(undefined)
  const report = useAsk(
    'processes.migration.report',
    { runId },
    { staleTime: 0, refetchInterval: isOver ? false : 1000 },
  )
  if (report.error) return <RefusalNotice error={report.error} />
  if (!report.data) return null
  const { moved, stayed, rows } = report.data
  return (
    <div className="migration">
      <p>{t('processes.migrate.result', { moved, stayed })}</p>
      <ul className="findings migration-list">
        {rows.map(({ id, number, isMoved, told }) => (
          <li key={id} className="finding">
            <StatusDot tone={isMoved ? 'good' : 'bad'}>{number}</StatusDot>{' '}
            {told.map((problem) => sentence({ level: 'warning', problem })).join('；')}
          </li>
        ))}
      </ul>
    </div>
  )
}
