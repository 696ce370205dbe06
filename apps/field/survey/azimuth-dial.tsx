import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { CompassLeave } from '../device/use-heading.ts'

type Props = {
  leave: CompassLeave
  onAsk: () => void
  azimuth: number | null
  isManual: boolean
  hasCompass: boolean
  /** what the compass is turned by, degrees; undefined: it is not */
  declination: number | undefined
  /** null: back to the compass */
  onChange: (azimuth: number | null) => void
}
const QUARTERS = [0, 90, 180, 270]

/** Where the camera looks: by the compass, or told by hand where the phone has none. */
export function AzimuthDial({ azimuth, isManual, hasCompass, leave, onAsk, declination, onChange }: Props) {
  const { t } = useTexts()
  return (
    <div className="dial">
      <label>
        <span>
          {t('field.azimuth')} <strong>{azimuth === null ? '—' : `${Math.round(azimuth)}°`}</strong>{' '}
          {declination !== undefined && azimuth !== null && `${t('field.azimuth.true', { degrees: declination })} · `}
          {t(isManual ? 'field.azimuth.manual' : hasCompass ? 'field.azimuth.compass' : 'field.azimuth.none')}
        </span>
        <input
          type="range"
          min={0}
          max={359}
          value={Math.round(azimuth ?? 0)}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      </label>
      {!hasCompass && leave === 'denied' && <p className="quiet">{t('field.azimuth.denied')}</p>}
      <div className="dial-quarters">
        {QUARTERS.map((quarter) => (
          <button
            key={quarter}
            type="button"
            className="button-small dial-quarter"
            aria-pressed={isManual && azimuth === quarter}
            onClick={() => onChange(quarter)}
          >
            {t(`field.quarter.${quarter}`)}
          </button>
        ))}
        {!hasCompass && (leave === 'wanted' || leave === 'denied') && (
          <button type="button" className="button-small" onClick={onAsk}>
            {t('field.azimuth.ask')}
          </button>
        )}
        {hasCompass && isManual && (
          <button type="button" className="button-small" onClick={() => onChange(null)}>
            {t('field.azimuth.compass')}
          </button>
        )}
      </div>
    </div>
  )
}
