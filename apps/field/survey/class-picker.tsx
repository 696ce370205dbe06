import { useState } from 'react'
import { landuseSurvey3 } from '../../../kernel/layers/codes/landuse-survey3.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'

type Props = { value: string | null; disabled: boolean; onChange: (code: string) => void }

const usable = landuseSurvey3.codes.filter((one) => one.usable !== false)
/** More would only have to be scrolled past with a thumb. */
const MOST = 30

/** Land class by name or code; a thumb hits every line. */
export function ClassPicker({ value, disabled, onChange }: Props) {
  const { t, language } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const chosen = usable.find(({ code }) => code === value)
  const wanted = text.trim().toLowerCase()
  const found = usable.filter(
    ({ code, zh, en }) =>
      wanted === '' ||
      code.toLowerCase().startsWith(wanted) ||
      zh.includes(wanted) ||
      en.toLowerCase().includes(wanted),
  )
  const choose = (code: string) => {
    onChange(code)
    setOpen(false)
    setText('')
  }
  return (
    <div className="field">
      <span id="class-label">{t('field.class')}</span>
      <button
        type="button"
        className="class-value"
        aria-labelledby="class-label"
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {chosen ? `${chosen.code} ${chosen[language]}` : t('field.class.choose')}
      </button>
      {isOpen && (
        <div className="class-list">
          <input
            type="search"
            aria-label={t('field.class.search')}
            placeholder={t('field.class.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <ul>
            {found.slice(0, MOST).map((one) => (
              <li key={one.code}>
                <button
                  type="button"
                  className="class-choice"
                  aria-pressed={one.code === value}
                  onClick={() => choose(one.code)}
                >
                  <span className="class-code">{one.code}</span> {one[language]}
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="quiet">{t('field.class.none')}</p>}
        </div>
      )}
    </div>
  )
}
