import { useEffect, useState } from 'react'
import type { Choice } from '../../../../modules/fieldwork/packages/schema.ts'
import { ask } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Notice } from '../../parts/notice.tsx'
import { useAnswer } from '../ground/use-answer.ts'
import { megabytes } from './packages.ts'
import { titleOf } from './title-of.ts'
import type { Work } from './use-install.ts'

type Areas = AnswerOf<'onemap.areas'>['rows']
type Plan = AnswerOf<'fieldwork.package.plan'>
type Props = {
  /** drawn on the map: «west,south,east,north» */
  box: string | null
  isBusy: boolean
  making: Work | null
  onBoxing: () => void
  onChoose: (choice: Choice) => void
}

const KINDS = ['tasks', 'area', 'box'] as const
const IMAGERY = ['none', 'standard', 'fine'] as const

/** Which ground, how near the pictures, and about how much that is – before anything is made or fetched. */
export function ChoicePanel({ box, isBusy, making, onBoxing, onChoose }: Props) {
  const { t } = useTexts()
  const [kind, setKind] = useState<Choice['kind']>('tasks')
  const [code, setCode] = useState('')
  const [imagery, setImagery] = useState<Choice['imagery']>('standard')
  useEffect(() => {
    if (box) setKind('box')
  }, [box])
  const isWhole = kind === 'tasks' || (kind === 'area' && code !== '') || (kind === 'box' && box !== null)
  const choice: Choice = { kind, imagery, ...(kind === 'area' && { code }), ...(kind === 'box' && box && { box }) }
  const plan = useAnswer(isWhole ? JSON.stringify(choice) : null, () => ask<Plan>('fieldwork.package.plan', choice))
  return (
    <section className="choice" aria-label={t('field.packages.new')}>
      <h2 className="page-title">{t('field.packages.new')}</h2>
      <fieldset className="chips" aria-label={t('field.packages.ground')}>
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={kind === each}
            onClick={() => (each === 'box' ? onBoxing() : setKind(each))}
          >
            {t(`field.packages.kind.${each}`)}
          </button>
        ))}
      </fieldset>
      {kind === 'area' && <AreaSelect code={code} onCode={setCode} />}
      <fieldset className="chips" aria-label={t('map.imagery')}>
        <span>{t('map.imagery')}</span>
        {IMAGERY.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={imagery === each}
            onClick={() => setImagery(each)}
          >
            {t(`field.packages.imagery.${each}`)}
          </button>
        ))}
      </fieldset>
      {plan.problem && <Notice problem={plan.problem} />}
      {plan.isAsking && <p className="quiet">{t('common.loading')}</p>}
      {plan.answer && isWhole && (
        <p className="choice-plan">
          {t('field.packages.plan', {
            ...plan.answer,
            title: titleOf(choice, plan.answer.title, t),
            size: megabytes(plan.answer.bytes),
          })}
        </p>
      )}
      <button
        type="button"
        className="button button-main"
        disabled={isBusy || !plan.answer || !isWhole}
        onClick={() => onChoose(choice)}
      >
        {t('field.packages.make')}
      </button>
      {making && (
        <p role="status">
          {t(making.word)}
          {Number(making.params.total) > 0 && ` ${making.params.done} / ${making.params.total}`}
        </p>
      )}
    </section>
  )
}

/** Towns and villages of one's rights. */
function AreaSelect({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const { t } = useTexts()
  const { answer, problem } = useAnswer('areas', () => ask<{ rows: Areas }>('onemap.areas'))
  if (problem) return <Notice problem={problem} />
  const rows = answer?.rows.filter(({ level, box }) => level !== 'county' && box) ?? []
  return (
    <label className="field">
      {t('field.packages.kind.area')}
      <select value={code} onChange={(event) => onCode(event.target.value)}>
        <option value="">{t('field.packages.area.choose')}</option>
        {rows.map((area) => (
          <option key={area.code} value={area.code}>
            {area.level === 'village' ? `　${area.name}` : area.name}
          </option>
        ))}
      </select>
    </label>
  )
}
