import type { Drawn } from '../../../kernel/forms/definition.ts'
import { boxOf } from '../map/map-handle.ts'

const SIZE = 72
const EDGE = 6

/** A small picture of the shape, north up; widths are shortened as they are at its latitude. */
export function DrawnOutline({ drawn }: { drawn: Drawn }) {
  const box = boxOf({ type: drawn.type, coordinates: drawn.coordinates } as GeoJSON.Geometry)
  if (!box) return null
  const [minX, minY, maxX, maxY] = box
  const narrow = Math.cos((((minY + maxY) / 2) * Math.PI) / 180)
  const scale = (SIZE - 2 * EDGE) / Math.max((maxX - minX) * narrow, maxY - minY, 1e-9)
  const place = ([x, y]: readonly number[]): [number, number] => [
    SIZE / 2 + (x! - (minX + maxX) / 2) * narrow * scale,
    SIZE / 2 - (y! - (minY + maxY) / 2) * scale,
  ]
  const path = (line: readonly (readonly number[])[]) =>
    line
      .map(
        (at, index) =>
          `${index === 0 ? 'M' : 'L'}${place(at)
            .map((n) => n.toFixed(1))
            .join(' ')}`,
      )
      .join('')
  return (
    <svg className="form-outline" width={SIZE} height={SIZE} aria-hidden focusable="false">
      {drawn.type === 'MultiPoint' ? (
        drawn.coordinates.map((at) => {
          const [x, y] = place(at)
          return <circle key={String(at)} cx={x} cy={y} r={4} />
        })
      ) : (
        <path
          className={drawn.type === 'MultiLineString' ? 'form-outline-line' : ''}
          fillRule="evenodd"
          d={(drawn.type === 'MultiPolygon' ? drawn.coordinates.flat() : drawn.coordinates).map(path).join('')}
        />
      )}
    </svg>
  )
}
