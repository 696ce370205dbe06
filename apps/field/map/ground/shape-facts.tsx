import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { LayerFeature } from '../packages/worker-api.ts'
import { AreaLine } from './area-line.tsx'
import { neighboursOf, SIDES, type Side, sidesOf } from './neighbours.ts'

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

type Props = {
  geometry: MultiPolygon
  /** the base map round it, metres */
  around: readonly LayerFeature[]
}

/** Where it lies, 四至 with what adjoins, area by both methods, perimeter, corners (SH121 SH125); degrees. */
export function ShapeFacts({ geometry, around }: Props) {
  const { t } = useTexts()
  const sides = sidesOf(geometry)
  const neighbours = neighboursOf(
    areaToPlane(geometry),
    around.filter(({ layer }) => layer === 'DLTB'),
  )
  const beside = (side: Side) => {
    const { DLBM, DLMC } = neighbours[side]?.attributes ?? {}
    return DLBM ? `${DLBM} ${DLMC ?? ''}` : t('field.side.unknown')
  }
  const corners = geometry.flat().reduce((sum, ring) => sum + ring.length - 1, 0)
  return (
    <div className="shape-facts">
      <AreaLine geometry={areaToPlane(geometry)} />
      <dl>
        <div>
          <dt>{t('field.centre')}</dt>
          <dd>
            {dms((sides.east[0] + sides.west[0]) / 2)} E · {dms((sides.north[1] + sides.south[1]) / 2)} N
          </dd>
        </div>
        {SIDES.map((side) => (
          <div key={side}>
            <dt>{t(`field.side.${side}`)}</dt>
            <dd>
              {beside(side)}
              <br />
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
