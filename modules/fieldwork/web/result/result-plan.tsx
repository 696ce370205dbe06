import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { areaToPlane, placeToPlane } from '../../rules/plane.ts'
import type { FieldResultView } from './answers.ts'

type Props = { data: FieldResultView; chosen: string | null; onChoose: (id: string) => void }

/** m of ground around what is shown. */
const MARGIN = 20

/** Range, patches and photos from above: every arrow is a photo, standing where it was taken and pointing where it looks. North up. */
export function ResultPlan({ data, chosen, onChoose }: Props) {
  const { t } = useTexts()
  const range = data.range ? areaToPlane(data.range) : null
  const patches = data.patches.map(({ plane }) => plane)
  const photos = data.photos.flatMap(({ id, position, azimuth }, k) =>
    position ? [{ id, number: k + 1, at: placeToPlane(position as Position), azimuth }] : [],
  )
  const areas = [...(range ? [range] : []), ...patches].filter((area) => area.length > 0)
  if (areas.length === 0) return null
  const boxes = [...areas.map((area) => boundingBox(area)), ...photos.map(({ at: [x, y] }) => [x, y, x, y] as const)]
  const [minX, minY] = [Math.min(...boxes.map(([x]) => x)) - MARGIN, Math.min(...boxes.map(([, y]) => y)) - MARGIN]
  const [maxX, maxY] = [Math.max(...boxes.map(([, , x]) => x)) + MARGIN, Math.max(...boxes.map(([, , , y]) => y)) + MARGIN] // biome-ignore format: one line
  const unit = Math.max(maxX - minX, maxY - minY) / 100
  const to = ([x, y]: Position) => `${(x - minX).toFixed(2)} ${(maxY - y).toFixed(2)}`
  const pathOf = (area: (typeof areas)[number]) =>
    area
      .flat()
      .map((ring) => `M ${ring.map(to).join(' L ')} Z`)
      .join(' ')
  return (
    <svg
      className="result-plan"
      viewBox={`0 0 ${maxX - minX} ${maxY - minY}`}
      role="img"
      aria-label={t('fieldwork.result.plan')}
    >
      {range && <path d={pathOf(range)} className="plan-range" />}
      {data.patches.map(({ id, plane }) => (
        <path key={id} d={pathOf(plane)} className="plan-patch" />
      ))}
      {photos.map(({ id, number, at, azimuth }) => (
        // biome-ignore lint/a11y/useSemanticElements: part of a drawing
        <g
          key={id}
          role="button"
          tabIndex={0}
          aria-label={t('fieldwork.result.photo', { number })}
          className={id === chosen ? 'plan-photo plan-chosen' : 'plan-photo'}
          transform={`translate(${to(at)})`}
          onClick={() => onChoose(id)}
          onKeyDown={({ key }) => key === 'Enter' && onChoose(id)}
        >
          {azimuth !== null && (
            <path
              transform={`rotate(${azimuth})`}
              d={`M 0 0 L ${-3 * unit} ${-8 * unit} L ${3 * unit} ${-8 * unit} Z`}
            />
          )}
          <circle r={unit * 1.8} />
          <text y={unit * 0.9} fontSize={unit * 2.6}>
            {number}
          </text>
        </g>
      ))}
    </svg>
  )
}
