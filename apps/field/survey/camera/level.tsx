import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { Heading } from '../../device/use-heading.ts'

/** Degrees within which a picture counts as held level (GB/T 37149 附录D asks for pitch and roll beyond 10°). */
const LEVEL = 3

/** A line that stays with the horizon; green while the phone is held straight. */
export function Level({ heading }: { heading: Heading | null }) {
  const { t } = useTexts()
  if (!heading) return null
  const { pitch, roll } = heading
  const isLevel = Math.abs(roll) <= LEVEL
  return (
    <div className={`level ${isLevel ? 'level-straight' : ''}`}>
      <svg viewBox="-50 -20 100 40" aria-hidden>
        <line x1={-46} y1={0} x2={-30} y2={0} className="level-frame" />
        <line x1={30} y1={0} x2={46} y2={0} className="level-frame" />
        <line x1={-26} y1={0} x2={26} y2={0} className="level-line" transform={`rotate(${-roll})`} />
      </svg>
      <span>{t('field.level', { pitch: Math.round(pitch), roll: Math.round(roll) })}</span>
    </div>
  )
}
