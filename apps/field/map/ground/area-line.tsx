import { ellipsoidalArea } from '../../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { perimeter } from '../../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { workingZone } from '../../../ui/map/working-system.ts'

/** 1 亩 = 2000/3 m² */
export const mu = (area: number): string => ((area * 3) / 2000).toFixed(2)

/** Both legal areas of a shape (metres) and its perimeter; in 亩 by the survey's. */
export function AreaLine({ geometry }: { geometry: MultiPolygon }) {
  const { t } = useTexts()
  const ellipsoidal = ellipsoidalArea(geometry, workingZone)
  return (
    <span className="area-line">
      <strong>
        {squareMetres(ellipsoidal)} m² · {t('field.mu', { area: mu(ellipsoidal) })}
      </strong>
      <small>
        {t('field.area.planar', { area: squareMetres(planarArea(geometry)) })} ·{' '}
        {t('field.area.perimeter', { length: perimeter(geometry).toFixed(1) })}
      </small>
    </span>
  )
}
