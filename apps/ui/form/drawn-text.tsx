import type { Drawn } from '../../../kernel/forms/definition.ts'
import { AreaText } from '../components/area-text.tsx'
import { metres } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { DrawnOutline } from './drawn-outline.tsx'

/** What was drawn, in outline, with its number and measure. */
export function DrawnText({ value }: { value: unknown }) {
  const { t } = useTexts()
  const drawn = value as Drawn
  return (
    <div className="form-drawn">
      <DrawnOutline drawn={drawn} />
      <div>
        <div>{t(`form.map.${drawn.type}`, { count: drawn.coordinates.length })}</div>
        {drawn.area !== undefined && <AreaText area={drawn.area} method="ellipsoidal" />}
        {drawn.length !== undefined && (
          <span className="number">
            {metres(drawn.length)} <span className="unit">m</span>
          </span>
        )}
        <div className="quiet">CGCS2000（{drawn.crs}）</div>
      </div>
    </div>
  )
}
