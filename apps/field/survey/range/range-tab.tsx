import { useState } from 'react'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { LazyTaskMap } from '../../map/lazy-pages.tsx'
import { useBusy } from '../../parts/use-busy.ts'
import { appendOperation } from '../../store/append-operation.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import type { TaskWork } from '../../store/use-task-work.ts'

type Props = { person: KeptPerson; work: TaskWork; isOver: boolean }

/** 范围 (SH121): where to go; of it only «不调查» is to be said. The map carries drawing, overlay and query. */
export function RangeTab({ person, work, isOver }: Props) {
  const { t, words } = useTexts()
  const { task } = work
  const reason = noSurveyOf(work)
  return (
    <main className="range-tab">
      <div className="range-head">
        <strong>{[task.number, task.title].filter(Boolean).join(' ')}</strong>
        <span className="task-facts">
          {task.businessTitle && <span>{words(task.businessTitle)}</span>}
          {task.due && <span>{t('field.due', { day: day(task.due) })}</span>}
        </span>
        {reason !== null && <p className="banner">{t('field.noSurvey.marked', { reason })}</p>}
        {!isOver && <NoSurvey person={person} taskId={task.id} reason={reason} />}
      </div>
      <div className="range-map">
        <LazyTaskMap person={person} work={work} />
      </div>
    </main>
  )
}

/** What was said here last, else what the server knows. */
function noSurveyOf({ task, operations }: TaskWork): string | null {
  const last = operations.findLast(({ operation, state }) => operation.kind === 'task.noSurvey' && state !== 'aside')
  if (last) return (last.operation.payload.reason as string | null) ?? null
  return task.noSurvey?.reason ?? null
}

type NoSurveyProps = { person: KeptPerson; taskId: string; reason: string | null }

/** 不调查, with its reason; or the mark taken back. */
function NoSurvey({ person, taskId, reason }: NoSurveyProps) {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [isBusy, run] = useBusy()
  const mark = (why: string | null) =>
    run(async () => {
      await appendOperation(person.id, { kind: 'task.noSurvey', taskId, payload: { reason: why } })
      setOpen(false)
    })
  if (reason !== null)
    return (
      <button type="button" className="button-small" disabled={isBusy} onClick={() => mark(null)}>
        {t('field.noSurvey.back')}
      </button>
    )
  if (!isOpen)
    return (
      <button type="button" className="button-plain" onClick={() => setOpen(true)}>
        {t('field.noSurvey')}
      </button>
    )
  return (
    <div className="no-survey">
      <label className="field">
        {t('field.noSurvey.why')}
        <textarea rows={2} maxLength={500} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <div className="actions-flow">
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={isBusy || text.trim() === ''}
          onClick={() => mark(text.trim())}
        >
          {t('field.noSurvey.mark')}
        </button>
      </div>
    </div>
  )
}
