import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { KeptOperation } from '../store/field-database.ts'
import type { TaskWork } from '../store/use-task-work.ts'

/** Every act with its number in the chain and what the server said. */
export function RecordTab({ work }: { work: TaskWork }) {
  const { t } = useTexts()
  const newest = work.operations.toReversed()
  return (
    <main className="list">
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
  const problem = answer?.problem
  if (!problem) return null
  return <p className="record-why">{has(problem.code) ? t(problem.code, problem.params) : problem.code}</p>
}
