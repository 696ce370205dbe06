import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { allowing, type ManyAct, manyActs } from '../rules/task-acts.ts'

type Props = {
  ticked: readonly ListedTask[]
  /** all that the list shows */
  shown: readonly ListedTask[]
  onTickAll: (tasks: readonly ListedTask[]) => void
  onAct: (act: ManyAct, tasks: readonly ListedTask[]) => void
  onClose: () => void
}

/** 批量: how many are ticked, and what can be done with how many of them. */
export function BatchBar({ ticked, shown, onTickAll, onAct, onClose }: Props) {
  const { t } = useTexts()
  const offered = manyActs.map((act) => ({ act, tasks: allowing(ticked, act) })).filter(({ tasks }) => tasks.length > 0)
  return (
    <div className="batch-bar">
      <div className="batch-head">
        <strong>{t('field.batch.ticked', { count: ticked.length })}</strong>
        <button
          type="button"
          className="button-plain"
          onClick={() => onTickAll(ticked.length === shown.length ? [] : shown)}
        >
          {t(ticked.length === shown.length && shown.length > 0 ? 'field.batch.none' : 'field.batch.all')}
        </button>
        <button type="button" className="button-plain" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
      <div className="batch-acts">
        {offered.map(({ act, tasks }, i) => (
          <button
            key={act}
            type="button"
            className={i === 0 ? 'button button-main' : 'button'}
            onClick={() => onAct(act, tasks)}
          >
            {t(`field.act.${act}`)} {tasks.length}
          </button>
        ))}
        {offered.length === 0 && <p className="quiet">{t('field.batch.how')}</p>}
      </div>
    </div>
  )
}
