import { Button, Slider } from 'antd'
import { DayInput } from '../components/day-input.tsx'
import { useTexts } from '../i18n/use-texts.ts'

const DAY = 24 * 3600 * 1000
/** The slider reaches two years back; the date field any day. */
const DAYS_BACK = 730

type Props = { day: string | undefined; today: string; onChange: (day: string | undefined) => void }

const dayBefore = (today: string, days: number) => new Date(Date.parse(today) - days * DAY).toISOString().slice(0, 10)

/** The map as of the end of a day in Beijing time. */
export const instantOf = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString()

/** Which day's map is shown: by date or by slider; no day means the present. */
export function AsOfPicker({ day, today, onChange }: Props) {
  const { t } = useTexts()
  const back = day ? Math.round((Date.parse(today) - Date.parse(day)) / DAY) : 0
  const choose = (days: number) => onChange(days === 0 ? undefined : dayBefore(today, days))
  return (
    <section className="map-card map-asof" aria-label={t('map.asOf')}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <span style={{ flex: 1 }}>{t('map.asOf')}</span>
        <DayInput
          max={today}
          value={day ?? today}
          label={t('map.asOf')}
          isFixed
          onChange={(chosen) => onChange(chosen && chosen < today ? chosen : undefined)}
        />
      </div>
      <Slider
        reverse
        min={0}
        max={DAYS_BACK}
        value={Math.min(back, DAYS_BACK)}
        onChange={choose}
        tooltip={{ formatter: (days = 0) => dayBefore(today, days) }}
        aria-label={t('map.asOf')}
      />
      {day && (
        <Button size="small" onClick={() => onChange(undefined)}>
          {t('map.asOf.now')}
        </Button>
      )}
    </section>
  )
}
