import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { type Drawing, ringOf } from './drawing.ts'

type Props = {
  drawing: Drawing
  onDraw: (drawing: Drawing) => void
  within: number
  onDrawn: () => void
  onCancel: () => void
}

/** Drawing with one thumb: which shape, take back a point, and how many tasks lie within before they are taken. */
export function DrawBar({ drawing, onDraw, within, onDrawn, onCancel }: Props) {
  const { t } = useTexts()
  const isDrawn = ringOf(drawing) !== undefined
  return (
    <div className="draw-bar">
      <p aria-live="polite">
        {isDrawn ? t('field.draw.within', { count: within }) : t(`field.draw.${drawing.kind}.how`)}
      </p>
      <div className="draw-buttons">
        {(['polygon', 'box'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="button-small"
            aria-pressed={drawing.kind === kind}
            onClick={() => onDraw({ kind, points: [] })}
          >
            {t(`field.draw.${kind}`)}
          </button>
        ))}
        <button
          type="button"
          className="button-small"
          disabled={drawing.points.length === 0}
          onClick={() => onDraw({ ...drawing, points: drawing.points.slice(0, -1) })}
        >
          {t('field.draw.undo')}
        </button>
        <button type="button" className="button-small" onClick={onCancel}>
          {t('common.cancel')}
        </button>
        <button type="button" className="button button-main" disabled={!isDrawn || within === 0} onClick={onDrawn}>
          {t('field.draw.take', { count: within })}
        </button>
      </div>
    </div>
  )
}
