import { Button } from 'antd'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { JobProgress } from '../../../../apps/ui/components/job-progress.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { count, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'

type Row = AnswerOf<'fieldwork.rescue.list'>['rows'][number]
type Finding = AnswerOf<'fieldwork.rescue.view'>['findings'][number]
type Props = { row: Row; isOpen: boolean; onOpen: () => void; onEnd: () => void }

/** One archive: how far it is, what came in, and each row that did not, with why and what to do. */
export function RescueImport({ row, isOpen, onOpen, onEnd }: Props) {
  const { t } = useTexts()
  return (
    <li className="rescue-item">
      <div className="held-head">
        <span className="rescue-name">{row.fileName}</span>
        <span className="quiet">{instant(String(row.askedAt))}</span>
      </div>
      {row.endedAt === null ? <JobProgress runId={row.job} onEnd={onEnd} /> : <Summary row={row} />}
      {isOpen && row.endedAt !== null && row.lost + row.aside > 0 && <Findings rescueId={row.id} />}
      {!isOpen && row.endedAt !== null && row.lost + row.aside > 0 && (
        <Button type="link" size="small" className="rescue-more" onClick={onOpen}>
          {t('field.desk.rescue.findings', { count: count(row.lost + row.aside) })}
        </Button>
      )}
    </li>
  )
}

function Summary({ row: { photos, statuses, lost, aside } }: { row: Row }) {
  const { t } = useTexts()
  const acts = Object.values(statuses).reduce((sum, one) => sum + one, 0)
  const counted = {
    operations: acts,
    photos,
    fresh: statuses.applied ?? 0,
    known: (statuses.known ?? 0) + (statuses.duplicate ?? 0),
    aside,
    lost,
  }
  const words = Object.fromEntries(Object.entries(counted).map(([name, value]) => [name, count(value)]))
  return <p role="status">{t('field.desk.rescue.done', words)}</p>
}

function Findings({ rescueId }: { rescueId: string }) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  const { data, error, refetch } = useAsk('fieldwork.rescue.view', { rescueId })
  if (!data) return <RefusalNotice error={error} onRetry={() => refetch()} />
  const more = data.lost + data.aside - data.findings.length
  return (
    <div className="rescue-findings">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('field.desk.rescue.where')}</th>
            <th>{t('field.desk.rescue.state')}</th>
            <th>{t('field.desk.rescue.why')}</th>
          </tr>
        </thead>
        <tbody>
          {data.findings.map(({ place, what, problem, isLost }) => (
            <tr key={place}>
              <td className="rescue-where">{whereOf(what, t)}</td>
              <td className="rescue-state">{t(isLost ? 'field.desk.rescue.lost' : 'field.desk.rescue.aside')}</td>
              <td>{sentenceOf(new ProblemError(problem.code, problem.status, problem.params))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet">{t('field.desk.rescue.more', { count: count(more) })}</p>}
    </div>
  )
}

function whereOf(what: Finding['what'], t: ReturnType<typeof useTexts>['t']): string {
  if (what.is === 'row') return t('field.desk.rescue.row', { number: what.number })
  if (what.is === 'act')
    return t('field.desk.rescue.act', { sequence: what.sequence, what: t(`field.desk.kind.${what.kind}`) })
  return t('field.desk.rescue.photo', { name: what.name.slice('photos/'.length, 'photos/'.length + 12) })
}
