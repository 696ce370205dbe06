import { useState } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { Found } from '../../../../modules/fieldwork/packages/rules/finding.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Notice } from '../../parts/notice.tsx'
import { find } from './find.ts'
import { FoundList } from './found-list.tsx'
import { useAnswer } from './use-answer.ts'

const RADII = [200, 500, 1000, 2000]

/** By approval number or project name, and round where one stands (SH124). */
export function QueryPanel({ place, onPick }: { place: Position | null; onPick: (found: Found) => void }) {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const [radius, setRadius] = useState<number | null>(null)
  const question = text ? { text, place } : radius && place ? { place, radius } : null
  const { answer, problem, isAsking } = useAnswer(question && JSON.stringify({ text, radius, at: text ? null : place?.map((side) => side.toFixed(4)) }), () => find(question!)) // biome-ignore format: one row
  return (
    <div className="query-panel">
      <form
        className="board-typed"
        onSubmit={(event) => {
          event.preventDefault()
          setRadius(null)
          setText(typed.trim())
        }}
      >
        <input
          type="search"
          enterKeyHint="search"
          value={typed}
          aria-label={t('field.query.text')}
          placeholder={t('field.query.text')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button-small" disabled={typed.trim() === ''}>
          {t('field.query.go')}
        </button>
      </form>
      <fieldset className="chips" aria-label={t('field.query.around')}>
        <span>{t('field.query.around')}</span>
        {RADII.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={radius === each && !text}
            disabled={!place}
            onClick={() => {
              setText('')
              setRadius(each)
            }}
          >
            {each < 1000 ? `${each} m` : `${each / 1000} km`}
          </button>
        ))}
      </fieldset>
      {problem && <Notice problem={problem} />}
      {isAsking && <p className="quiet">{t('common.loading')}</p>}
      {answer && (
        <>
          <p className="quiet" role="status">
            {t(answer.rows.length === 0 ? 'field.query.nothing' : 'field.query.found', { count: answer.rows.length })} ·{' '}
            {t(`field.from.${answer.from}`)}
          </p>
          <FoundList rows={answer.rows} onPick={onPick} />
        </>
      )}
    </div>
  )
}
