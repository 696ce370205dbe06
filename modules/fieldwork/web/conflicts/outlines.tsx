import { count } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { areaToPlane } from '../../rules/plane.ts'
import type { Conflict } from './answers.ts'

type Shapes = NonNullable<Conflict['outlines']>
const WIDTH = 420
const HEIGHT = 300
const MARGIN = 14

/** Both outlines within the range, each in its own frame and both in the third, at one scale, north up. */
export function Outlines({ outlines }: { outlines: Shapes }) {
  const { t } = useTexts()
  const { range, others, mine, theirs } = plane(outlines)
  const place = placing([range, mine ?? [], theirs ?? []])
  const frame = (title: string, shapes: [MultiPolygon | null, string][]) => (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path className="held-range" d={pathOf(range, place)} />
        {others.map((shape) => (
          <path key={pathOf(shape, place)} className="held-other" d={pathOf(shape, place)} />
        ))}
        {shapes.map(([shape, look]) => shape && <path key={look} className={look} d={pathOf(shape, place)} />)}
      </svg>
      <figcaption>
        {title}
        {shapes.length === 1 && shapes[0]![0] && ` · ${count(planarArea(shapes[0]![0]))} m²`}
      </figcaption>
    </figure>
  )
  return (
    <div className="held-maps">
      {frame(t('field.desk.mine'), [[mine, 'held-mine']])}
      {frame(t('field.desk.theirs'), [[theirs, 'held-theirs']])}
      {frame(t('field.desk.both'), [
        [theirs, 'held-theirs'],
        [mine, 'held-mine'],
      ])}
    </div>
  )
}

const plane = ({ range, others, mine, theirs }: Shapes) => ({
  range: areaToPlane(range),
  others: others.map((shape) => areaToPlane(shape)),
  mine: mine && areaToPlane(mine),
  theirs: theirs && areaToPlane(theirs),
})

type Place = (position: Position) => [number, number]

function placing(shapes: MultiPolygon[]): Place {
  const all = shapes.flat().flat().flat()
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
  const [west, north] = [Math.min(...xs), Math.max(...ys)]
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (Math.max(...xs) - west),
    (HEIGHT - 2 * MARGIN) / (north - Math.min(...ys)),
  )
  return ([x, y]) => [MARGIN + (x - west) * scale, MARGIN + (north - y) * scale]
}

const pathOf = (shape: MultiPolygon, place: Place): string =>
  shape
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map((point) =>
            place(point)
              .map((value) => value.toFixed(1))
              .join(','),
          )
          .join('L')}Z`,
    )
    .join('')
