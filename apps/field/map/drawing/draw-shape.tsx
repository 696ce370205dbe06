import type { Box, MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { areaToDegrees, areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { boxOf } from '../../../ui/map/map-handle.ts'
import { DrawingBoard } from './drawing-board.tsx'

type Props = {
  person: string
  title: string
  /** Where the map opens, degrees; without it where the shape is, else where the last map was left. */
  start?: Box
  /** To be changed; degrees. */
  shape?: MultiPolygon
  /** Nothing may be drawn outside of it; degrees. */
  within?: MultiPolygon
  onDone: (shape: MultiPolygon) => void
  onCancel: () => void
}

/** 图斑勾画 (SH101): one shape, drawn by taps, by walking round it or by coordinates; given in degrees. */
export function DrawShape({ person, title, start, shape, within, onDone, onCancel }: Props) {
  const { t } = useTexts()
  const first = {
    shapes: shape ? [{ id: 'shape', geometry: areaToPlane(shape) }] : [],
    range: within ? areaToPlane(within) : null,
  }
  const box = start ?? (shape && boxOf({ type: 'MultiPolygon', coordinates: shape })) ?? (within && boxOf({ type: 'MultiPolygon', coordinates: within })) // biome-ignore format: one row
  return (
    <DrawingBoard
      {...{ person, title, first, isSingle: true, start: box ?? null, onCancel }}
      tool={shape ? 'choose' : 'draw'}
      done={({ shapes: [drawn] }) => (
        <button
          type="button"
          className="button button-main"
          disabled={!drawn}
          onClick={() => drawn && onDone(areaToDegrees(drawn.geometry))}
        >
          {t('field.draw.done')}
        </button>
      )}
    />
  )
}
