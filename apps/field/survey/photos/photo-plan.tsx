import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Taken = { digest: string; position: Position; azimuth: number }
type Props = { areas: MultiPolygon[]; photos: Taken[]; chosen: string; hrefOf: (digest: string) => string }

const MARGIN = 20

/** The patches from above with an arrow for every photo; an arrow opens its photo. Metres (EPSG:4524), north up. */
export function PhotoPlan({ areas, photos, chosen, hrefOf }: Props) {
  const { t } = useTexts()
  if (photos.length === 0) return null
  const boxes = areas.filter((area) => area.length > 0).map((area) => boundingBox(area))
  const [xs, ys] = [photos.map(({ position }) => position[0]), photos.map(({ position }) => position[1])]
  const minX = Math.min(...xs, ...boxes.map(([x]) => x)) - MARGIN
  const maxX = Math.max(...xs, ...boxes.map(([, , x]) => x)) + MARGIN
  const minY = Math.min(...ys, ...boxes.map(([, y]) => y)) - MARGIN
  const maxY = Math.max(...ys, ...boxes.map(([, , , y]) => y)) + MARGIN
  const unit = Math.max(maxX - minX, maxY - minY) / 100
  const at = ([x, y]: Position) => `${(x - minX).toFixed(1)} ${(maxY - y).toFixed(1)}`
  return (
    <svg
      className="photo-plan"
      viewBox={`0 0 ${maxX - minX} ${maxY - minY}`}
      role="img"
      aria-label={t('field.photo.plan')}
    >
      {areas.map((area) => (
        <path
          key={JSON.stringify(area[0]?.[0]?.[0])}
          d={area
            .flat()
            .map((ring) => `M ${ring.map(at).join(' L ')} Z`)
            .join(' ')}
          className="angle-patch"
        />
      ))}
      {photos.map(({ digest, position, azimuth }) => (
        <a key={digest} href={hrefOf(digest)} aria-label={`${Math.round(azimuth)}°`}>
          <g
            transform={`translate(${at(position)}) rotate(${azimuth})`}
            className={digest === chosen ? 'angle-stand' : 'angle-photo'}
          >
            <path d={`M 0 0 L ${-4 * unit} ${-10 * unit} L ${4 * unit} ${-10 * unit} Z`} />
            <circle r={unit * 2.4} />
          </g>
        </a>
      ))}
    </svg>
  )
}
