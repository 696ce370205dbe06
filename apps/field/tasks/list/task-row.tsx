import { memo } from 'react'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { actsOf, type TaskActName } from '../rules/task-acts.ts'
import { urgencyOf } from '../rules/task-index.ts'
import { distanceText, standingOf } from './row-words.ts'

export type RowDoing = {
  onAct: (act: TaskActName, task: ListedTask) => void
  onLocate: (task: ListedTask) => void
  onNavigate: (task: ListedTask) => void
  onContents: (task: ListedTask) => void
}
type Props = RowDoing & {
  task: ListedTask
  /** metres from here */
  metres: number | null
  isChosen: boolean
  /** 批量: a tap ticks instead of opening; undefined where that is not on */
  onTick?: ((task: ListedTask) => void) | undefined
  isTicked?: boolean
}

/** One task: what, where, until when, who has it, and what can be done with it. */
export const TaskRow = memo(function TaskRow({
  task,
  metres,
  isChosen,
  onTick,
  isTicked = false,
  onAct,
  ...doing
}: Props) {
  const { t, words } = useTexts()
  const urgency = urgencyOf(task.due)
  const standing = standingOf(task)
  const acts = actsOf(task)
  const facts = (
    <>
      <span className="task-head">
        <strong>{task.number}</strong>
        <span className={`state state-${standing.tone}`}>{t(standing.key)}</span>
      </span>
      <span className="task-title">{task.title}</span>
      <span className="task-facts">
        <span>{distanceText(metres, t('field.distance.unknown'))}</span>
        {task.due && task.state !== 'done' && (
          <span className={`task-due task-due-${urgency}`}>
            {t(urgency === 'overdue' ? 'field.due.over' : 'field.due', { day: day(task.due) })}
          </span>
        )}
        {task.patches > 0 && <span>{t('field.row.patches', { count: task.patches })}</span>}
        {task.photos > 0 && <span>{t('field.photos.count', { count: task.photos })}</span>}
      </span>
      <span className="task-more">
        {words(task.businessTitle)} · {task.areaName}
        {task.holder && !task.mine && ` · ${t('field.task.heldBy', { name: task.holder.name })}`}
        {task.noSurvey && ` · ${t('field.task.noSurvey', { reason: task.noSurvey.reason })}`}
      </span>
    </>
  )
  if (onTick)
    return (
      <label className="task task-tick" data-chosen={isTicked}>
        <input type="checkbox" checked={isTicked} onChange={() => onTick(task)} aria-label={task.number} />
        <span className="task-body">{facts}</span>
      </label>
    )
  return (
    <article className="task-card" data-chosen={isChosen}>
      <a className="task" href={`#/task/${task.id}`}>
        {facts}
      </a>
      <div className="task-acts">
        <button type="button" disabled={!task.box} onClick={() => doing.onLocate(task)}>
          {t('field.locate')}
        </button>
        <button type="button" disabled={!task.centre} onClick={() => doing.onNavigate(task)}>
          {t('field.navigate')}
        </button>
        <button type="button" onClick={() => doing.onContents(task)}>
          {t('field.contents.short')}
        </button>
        <a href={`#/task-history/${task.id}`}>{t('field.history.short')}</a>
        {isInHand(task) && (
          <a className="task-act-main" href={`#/task/${task.id}`}>
            {t('field.act.survey')}
          </a>
        )}
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            className={MAIN.has(act) ? 'task-act-main' : undefined}
            onClick={() => onAct(act, task)}
          >
            {t(`field.act.${act}`)}
          </button>
        ))}
      </div>
    </article>
  )
})

/** What brings the work forward stands out; what gives it away does not. */
const MAIN: ReadonlySet<TaskActName> = new Set(['claim', 'handIn', 'force'])

const isInHand = ({ state, mine, noSurvey }: ListedTask) => state === 'claimed' && mine && noSurvey === null
