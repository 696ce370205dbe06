import { memo } from 'react'
import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { type AngleNeeds, angleCoverage, type View } from '../../../../modules/fieldwork/rules/photo/angle-coverage.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Props = { area: MultiPolygon; views: readonly View[]; needs: AngleNeeds; here?: Position | null }

/** m around the patch and what was taken of it. */
const MARGIN = 25

/**
 * The patch from above: its border green where a photo shows it and red where none does, the photos with where they look, and where to stand
 * and look for the next one. All in metres (EPSG:4524), north up.
 */
export const AngleMap = memo(function AngleMap({ area, views, needs, here = null }: Props) {
  const { t } = useTexts()
  const coverage = angleCoverage(area, views, needs)
  const { next, border, isEnough, seen } = coverage
  const places = [...views.map(({ position }) => position), ...(next ? [next.position] : []), ...(here ? [here] : [])]
  const [minX, minY, maxX, maxY] = frame(boundingBox(area), places)
  const at = ([x, y]: Position): [number, number] => [x - minX, maxY - y]
  const size = Math.max(maxX - minX, maxY - minY)
  const unit = size / 100
  const words = isEnough
    ? t('field.angles.enough', { share: Math.round(seen * 100) })
    : t('field.angles.next', { azimuth: Math.round(next!.azimuth), share: Math.round(seen * 100) })
  return (
    <figure className="angle-map">
      <svg viewBox={`0 0 ${maxX - minX} ${maxY - minY}`} role="img" aria-label={words}>
        <path
          d={area
            .flat()
            .map((ring) => pathOf(ring.map(at)))
            .join(' ')}
          className="angle-patch"
        />
        {border.map(({ place, isSeen }) => {
          const [x, y] = at(place)
          return (
            <circle
              key={`${x} ${y}`}
              cx={x}
              cy={y}
              r={unit * 1.1}
              className={isSeen ? 'border-seen' : 'border-unseen'}
            />
          )
        })}
        {views.map((view, k) => (
          <Arrow
            // biome-ignore lint/suspicious/noArrayIndexKey: two photos may stand and look alike
            key={k}
            at={at(view.position)}
            azimuth={view.azimuth}
            unit={unit}
            look="angle-photo"
          />
        ))}
        {next && <Arrow at={at(next.position)} azimuth={next.azimuth} unit={unit * 1.6} look="angle-stand" />}
        {here && <circle cx={at(here)[0]} cy={at(here)[1]} r={unit * 2.4} className="angle-here" />}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
})

function frame([minX, minY, maxX, maxY]: readonly number[], places: Position[]) {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  return [
    Math.min(minX!, ...xs) - MARGIN,
    Math.min(minY!, ...ys) - MARGIN,
    Math.max(maxX!, ...xs) + MARGIN,
    Math.max(maxY!, ...ys) + MARGIN,
  ] as const
}

const pathOf = (ring: [number, number][]) =>
  `M ${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L ')} Z`

type ArrowProps = { at: [number, number]; azimuth: number; unit: number; look: string }

/** A cone that opens where the camera looks. */
function Arrow({ at: [x, y], azimuth, unit, look }: ArrowProps) {
  const cone = `M 0 0 L ${-4 * unit} ${-10 * unit} L ${4 * unit} ${-10 * unit} Z`
  return (
    <g transform={`translate(${x} ${y}) rotate(${azimuth})`} className={look}>
      <path d={cone} />
      <circle r={unit * 1.8} />
    </g>
  )
}
