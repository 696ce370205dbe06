import { angleCoverage } from '../../../modules/fieldwork/rules/photo/angle-coverage.ts'
import { areaToPlane, placeToPlane } from '../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { knownPhotos } from '../store/known-photos.ts'
import type { TaskWork } from '../store/use-task-work.ts'

const R = 38
const pointAt = (degrees: number, radius: number) => {
  const angle = (degrees * Math.PI) / 180
  return [50 + radius * Math.sin(angle), 50 - radius * Math.cos(angle)] as const
}

/** Directions the range was photographed in, and in red the gap that is left; `looking`: where the camera looks now. */
export function AngleRing({ work, looking }: { work: TaskWork; looking: number | null }) {
  const { t } = useTexts()
  const coverage = coverageOf(work)
  if (!coverage) return null
  const { directions, gap, isEnough, seen, next } = coverage
  const words = isEnough
    ? t('field.angles.enough', { share: Math.round(seen * 100) })
    : t('field.angles.next', { azimuth: Math.round(next!.azimuth), share: Math.round(seen * 100) })
  return (
    <figure className="angles">
      <svg viewBox="0 0 100 100" role="img" aria-label={words}>
        <circle cx="50" cy="50" r={R} className="angles-ring" />
        {!isEnough && <path d={arc(gap.from, gap.width)} className="angles-gap" />}
        {directions.map((azimuth) => (
          <Needle key={azimuth} azimuth={azimuth} className="angles-taken" />
        ))}
        {looking !== null && <Needle azimuth={looking} className="angles-now" />}
        <text x="50" y="9">
          {t('field.north')}
        </text>
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
}

function Needle({ azimuth, className }: { azimuth: number; className: string }) {
  const [x, y] = pointAt(azimuth, R)
  return <line x1="50" y1="50" x2={x} y2={y} className={className} />
}

/** Part of the ring from a bearing on, clockwise. */
function arc(from: number, width: number): string {
  // A whole turn is drawn as two halves would be: an arc that ends where it begins is nothing.
  const turn = Math.min(width, 359.9)
  const [x0, y0] = pointAt(from, R)
  const [x1, y1] = pointAt(from + turn, R)
  return `M ${x0} ${y0} A ${R} ${R} 0 ${turn > 180 ? 1 : 0} 1 ${x1} ${y1}`
}

function coverageOf(work: TaskWork) {
  const range = work.task.package?.range
  if (!range) return undefined
  const views = knownPhotos(work).flatMap(({ position, azimuth }) =>
    position && azimuth !== null ? [{ position: placeToPlane(position), azimuth }] : [],
  )
  return angleCoverage(areaToPlane(range), views)
}
