import { Tooltip } from 'antd'
import { hectares, mu, squareMetres } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** An area in m² with 公顷 and 亩 a pointer away. `method` names which legal area it is. */
export function AreaText({ area, method }: { area: number | null | undefined; method?: 'ellipsoidal' | 'planar' }) {
  const { t } = useTexts()
  if (area === null || area === undefined) return <span className="number">—</span>
  const others = `${hectares(area)} ${t('common.hectares')} · ${mu(area)} ${t('common.mu')}`
  return (
    <Tooltip title={method ? `${t(`area.${method}`)} · ${others}` : others}>
      <span className="number">
        {squareMetres(area)}
        <span className="unit"> m²</span>
      </span>
    </Tooltip>
  )
}
