import { Button, Checkbox, Input, Segmented, Skeleton } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { useSentence } from '../../../ui/components/use-sentence.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { useAsk } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { useAreaNames } from '../../../ui/use-areas.ts'
import { useBatch } from '../lists/use-batch.ts'
import '../cases.css'
import '../delegations/delegations.css'

type Filing = AnswerOf<'casework.filing.list'>['rows'][number]
type State = 'failed' | 'filed'

/** 补推: what other systems sent to be filed; what could not be is filed again here once its cause is removed. */
export default function FilingsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const [state, setState] = useState<State>('failed')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const { data, error, refetch } = useAsk(
    'casework.filing.list',
    { state, text: useDeferredValue(text) },
    { keep: true },
  )
  const { run, isBusy } = useBatch('casework.filing.again', t('casework.filing.again'), () => setChosen([]))
  const mayFile = state === 'failed' && can('casework.filing.again')
  return (
    <Page title={t('filings.title')} note={t('filings.note')}>
      <div className="card card-pad delegations">
        <div className="files-bar">
          <Segmented
            value={state}
            onChange={(next) => {
              setState(next)
              setChosen([])
            }}
            aria-label={t('common.state')}
            options={(['failed', 'filed'] as const).map((value) => ({ value, label: t(`filings.state.${value}`) }))}
          />
          <Input
            allowClear
            style={{ width: 220 }}
            value={text}
            aria-label={t('filings.text')}
            placeholder={t('filings.text')}
            onChange={(event) => setText(event.target.value)}
          />
          {mayFile && (
            <Button type="primary" disabled={chosen.length === 0} loading={isBusy} onClick={() => run({ ids: chosen })}>
              {t('casework.filing.again')}
            </Button>
          )}
        </div>
        {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
        {!data && !error && <Skeleton active title={false} />}
        {data?.rows.length === 0 && (
          <EmptyState title={t(`filings.none.${state}`)} next={t(`filings.none.${state}.next`)} />
        )}
        {data && data.rows.length > 0 && (
          <FilingTable rows={data.rows} chosen={chosen} onChoose={mayFile ? setChosen : undefined} />
        )}
      </div>
    </Page>
  )
}

type TableProps = { rows: Filing[]; chosen: string[]; onChoose: ((ids: string[]) => void) | undefined }

function FilingTable({ rows, chosen, onChoose }: TableProps) {
  const { t } = useTexts()
  const areaName = useAreaNames()
  const toggle = (id: string) => onChoose?.(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <table className="delegation-table">
      <thead>
        <tr>
          {onChoose && <th aria-label={t('table.columns')} />}
          {(['source', 'key', 'name', 'area', 'received', 'attempts', 'outcome'] as const).map((name) => (
            <th key={name}>{t(`filings.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {onChoose && (
              <td>
                <Checkbox aria-label={row.key} checked={chosen.includes(row.id)} onChange={() => toggle(row.id)} />
              </td>
            )}
            <td>{row.source}</td>
            <td className="number">{row.key}</td>
            <td>{row.title}</td>
            <td>{areaName(row.areaCode)}</td>
            <td className="number">{instant(row.receivedAt)}</td>
            <td>{row.attempts}</td>
            <td>
              <Outcome filing={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ filing: { caseId, number, problem } }: { filing: Filing }) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  if (caseId) return <Link to={`/cases/${caseId}`}>{number}</Link>
  if (!problem) return <StatusDot tone="idle">{t('filings.waits')}</StatusDot>
  const why = new ProblemError(problem.code, problem.status, problem.params as ProblemError['params'])
  return <StatusDot tone="bad">{sentenceOf(why)}</StatusDot>
}
