import { day } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useKept } from '../store/changes.ts'
import { KEEP_CHOICES, keepFor, setKeepFor } from '../store/keep-originals.ts'
import { CHOICES, clearAfter, lastCleared, setClearAfter } from './auto-clear.ts'
import './home.css'

/** How long originals stay that the server has taken. */
export function KeepSetting({ person }: { person: string }) {
  const { t } = useTexts()
  const days = useKept(() => keepFor(person), `keep-for ${person}`)
  return (
    <fieldset className="chips">
      <legend>{t('field.storage.keep')}</legend>
      {KEEP_CHOICES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="keep-for"
            checked={days === choice}
            onChange={() => void setKeepFor(person, choice)}
          />
          {choice === 0 ? t('field.storage.keep.not') : t('field.storage.keep.days', { days: choice })}
        </label>
      ))}
      <p className="quiet">{t('field.storage.keep.why')}</p>
    </fieldset>
  )
}

/** After how many days what has a receipt goes by itself. */
export function ClearSetting({ person }: { person: string }) {
  const { t } = useTexts()
  const last = useKept(() => lastCleared(person), `cleared ${person}`)
  const days = useKept(() => clearAfter(person), `clear-after ${person}`)
  return (
    <fieldset className="chips">
      <legend>{t('field.storage.auto')}</legend>
      {CHOICES.map((choice) => (
        <label key={choice ?? 'never'}>
          <input
            type="radio"
            name="clear-after"
            checked={days === choice}
            onChange={() => void setClearAfter(person, choice)}
          />
          {choice === null ? t('field.storage.auto.never') : t('field.storage.auto.days', { days: choice })}
        </label>
      ))}
      {last && (
        <p className="quiet">
          {t('field.storage.auto.last', { day: day(new Date(last.at).toISOString()), count: last.count })}
        </p>
      )}
    </fieldset>
  )
}
