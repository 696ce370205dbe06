import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useSession } from '../../../ui/session.ts'

type Props = { isMap: boolean; onMap: () => void; onBatch: () => void; onDraw: () => void }

/** List or map, several at once, chosen by drawing; and the way to giving out, for whoever may. */
export function ListModes({ isMap, onMap, onBatch, onDraw }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  return (
    <div className="list-modes">
      <button type="button" className="button-small" aria-pressed={isMap} onClick={onMap}>
        {t(isMap ? 'field.tasks.asList' : 'field.tasks.asMap')}
      </button>
      <button type="button" className="button-small" onClick={onBatch}>
        {t('field.batch')}
      </button>
      <button type="button" className="button-small" onClick={onDraw}>
        {t('field.draw')}
      </button>
      {can('fieldwork.dispatch.assign') && (
        <a className="button-small" href="#/dispatch">
          {t('field.dispatch.short')}
        </a>
      )}
    </div>
  )
}
