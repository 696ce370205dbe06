import { useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'
import { Notice } from '../../parts/notice.tsx'
import type { ListedTask } from '../rules/listed-task.ts'
import type { TaskActName } from '../rules/task-acts.ts'
import { command, type Outcome } from './commands.ts'
import { Sheet } from './sheet.tsx'

export type Asked = { act: TaskActName; tasks: readonly ListedTask[] }

type Props = Asked & { person: string; onClose: () => void; onDone: (outcome: Outcome) => void }

/** Reasons that are given day after day; any other can be typed. */
const REASONS: Partial<Record<TaskActName, number>> = { force: 2, return: 3, noSurvey: 3, delete: 2 }

/** Says what will be done with how many tasks, asks for the reason where one is needed, and does it. */
export function ActSheet({ act, tasks, person, onClose, onDone }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const choices = REASONS[act] ?? 0
  const run = async () => {
    setBusy(true)
    setProblem(null)
    try {
      onDone(await command(person, { act, tasks, reason: reason.trim() }))
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  const [first] = tasks
  const what = tasks.length === 1 ? `${first!.number} ${first!.title}` : t('field.act.many', { count: tasks.length })
  return (
    <Sheet
      title={t(`field.act.${act}`)}
      onClose={onClose}
      actions={
        <button
          type="button"
          className={act === 'delete' || act === 'force' ? 'button button-bad' : 'button button-main'}
          disabled={isBusy || (choices > 0 && reason.trim() === '')}
          onClick={() => void run()}
        >
          {t(`field.act.${act}`)}
        </button>
      }
    >
      <strong>{what}</strong>
      <p className="quiet">{t(`field.act.${act}.why`)}</p>
      {problem && <Notice problem={problem} />}
      {choices > 0 && (
        <>
          <div className="chips">
            {Array.from({ length: choices }, (_, i) => t(`field.act.${act}.reason.${i + 1}`)).map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={one === reason}
                onClick={() => setReason(one)}
              >
                {one}
              </button>
            ))}
          </div>
          <label className="field">
            {t('field.act.reason')}
            <textarea value={reason} maxLength={500} rows={2} onChange={(event) => setReason(event.target.value)} />
          </label>
        </>
      )}
    </Sheet>
  )
}
