import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem } from '../../../ui/problem.ts'
import { useCall } from '../../../ui/queries.ts'
import { Notice } from '../../parts/notice.tsx'

/** What was just given out can be taken back until somebody has signed for it. */
export function UndoBar({ taskIds, onUndone }: { taskIds: string[]; onUndone: () => void }) {
  const { t } = useTexts()
  const recall = useCall('fieldwork.dispatch.recall')
  const undo = () => recall.mutate({ taskIds, reason: t('field.dispatch.reason.undo') }, { onSuccess: onUndone })
  return (
    <div className="undo-bar">
      <span>{t('field.dispatch.given', { count: taskIds.length })}</span>
      <button type="button" className="button-small" disabled={recall.isPending} onClick={undo}>
        {t('field.dispatch.undo')}
      </button>
      {recall.error && <Notice problem={asProblem(recall.error)} />}
    </div>
  )
}
