import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { KeptOperation, KeptPerson } from '../store/field-database.ts'
import type { TaskWork } from '../store/use-task-work.ts'
import { SubmitCard } from './check/submit-card.tsx'
import type { Filled } from './work/use-form-draft.ts'

type Props = { person: KeptPerson; work: TaskWork; filled: Filled; isOver: boolean }

/** Check and hand in; then every act with its number in the chain and what the server said. */
export function RecordTab({ person, work, filled, isOver }: Props) {
  const { t } = useTexts()
  const newest = work.operations.toReversed()
  return (
    <main className="list">
      <Refused work={work} />
      <SubmitCard {...{ person, work, filled, isOver }} />
      <p>
        <a className="back-link" href={`#/task-history/${work.task.id}`}>
          {t('field.record.history')}
        </a>
      </p>
      <h2 className="part-title">{t('field.record.acts')}</h2>
      {newest.length === 0 && <p className="nothing">{t('field.record.none')}</p>}
      <ol className="record">
        {newest.map((kept) => (
          <li key={kept.id}>
            <span className="record-head">
              <span className="class-code">#{kept.operation.sequence}</span>
              <strong>{t(`field.act.${kept.operation.kind}`)}</strong>
              <span className={`state state-act-${kept.state}`}>{t(`field.act.${wordOf(kept)}`)}</span>
            </span>
            <span className="quiet">{instant(new Date(kept.madeAt).toISOString())}</span>
            <Why kept={kept} />
          </li>
        ))}
      </ol>
    </main>
  )
}

const wordOf = ({ state, answer }: KeptOperation) => (state === 'waiting' ? 'waiting' : (answer?.status ?? 'waiting'))

function Why({ kept: { answer } }: { kept: KeptOperation }) {
  const { t, has } = useTexts()
  if (answer?.settled) {
    const { how, by, reason } = answer.settled
    return (
      <p className="record-why">{t(`field.settled.${how}`, { by, reason: reason || t('field.settled.noReason') })}</p>
    )
  }
  const problem = answer?.problem
  if (!problem) return answer?.merged ? <p className="quiet">{t('field.act.merged')}</p> : null
  return <p className="record-why">{has(problem.code) ? t(problem.code, problem.params) : problem.code}</p>
}

/** The last act was set aside: why, in words, where it can be mended. */
function Refused({ work }: { work: TaskWork }) {
  const { t, has } = useTexts()
  const last = work.operations.at(-1)
  const problem = last?.state === 'aside' ? last.answer?.problem : undefined
  if (!problem) return null
  return (
    <div className="notice" role="alert">
      <strong>{t('field.aside')}</strong>
      <p>{has(problem.code) ? t(problem.code, problem.params) : t('problem.unknown', { code: problem.code })}</p>
    </div>
  )
}
