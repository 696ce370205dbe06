import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { AreaLine } from './area-line.tsx'

type Side = 'east' | 'south' | 'west' | 'north'

/** 四至: the outermost corner on each side, degrees. */
export function sidesOf(geometry: MultiPolygon): Record<Side, Position> {
  const corners = geometry.flat(2)
  const most = (rank: (corner: Position) => number) =>
    corners.reduce((best, each) => (rank(each) > rank(best) ? each : best))
  return { east: most(([x]) => x), south: most(([, y]) => -y), west: most(([x]) => -x), north: most(([, y]) => y) }
}

/** Degrees, minutes and seconds to 0.01″ (0.3 m). */
export function dms(degrees: number): string {
  const hundredths = Math.round(Math.abs(degrees) * 360_000)
  const [d, m, s] = [
    Math.floor(hundredths / 360_000),
    Math.floor((hundredths % 360_000) / 6000),
    (hundredths % 6000) / 100,
  ]
  return `${d}°${String(m).padStart(2, '0')}′${s.toFixed(2).padStart(5, '0')}″`
}

const SIDES: Side[] = ['east', 'south', 'west', 'north']

/** 四至, area by both methods, perimeter, corners (SH121 SH125); degrees. */
export function ShapeFacts({ geometry }: { geometry: MultiPolygon }) {
  const { t } = useTexts()
  const sides = sidesOf(geometry)
  const corners = geometry.flat().reduce((sum, ring) => sum + ring.length - 1, 0)
  return (
    <div className="shape-facts">
      <AreaLine geometry={areaToPlane(geometry)} />
      <dl>
        {SIDES.map((side) => (
          <div key={side}>
            <dt>{t(`field.side.${side}`)}</dt>
            <dd>
              {dms(sides[side][0])} E · {dms(sides[side][1])} N
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('field.corners')}</dt>
          <dd>{t('field.corners.count', { corners, rings: geometry.flat().length })}</dd>
        </div>
      </dl>
    </div>
  )
}
