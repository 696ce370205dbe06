import { missingKinds, type PhotoKind, templateFor } from '../../../modules/fieldwork/rules/photo/template.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { knownPhotos } from '../store/known-photos.ts'
import type { TaskWork } from '../store/use-task-work.ts'

/** The kinds the task's class asks for, and how many are still wanted of each. */
export function wantedKinds(work: TaskWork): { kinds: PhotoKind[]; missing: Map<string, number> } {
  const classed = work.patches[0]?.DLBM ?? work.task.package?.patches[0]?.DLBM ?? null
  const template = templateFor(classed)
  const missing = missingKinds(template, knownPhotos(work))
  return { kinds: template.kinds, missing: new Map(missing.map(({ kind, missing }) => [kind.code, missing])) }
}

type Props = { work: TaskWork; chosen: string; onChoose: (code: string) => void }

/** What the next photo shows: 远景, 近景 …, each with how many are still wanted. */
export function KindChoice({ work, chosen, onChoose }: Props) {
  const { t, words } = useTexts()
  const { kinds, missing } = wantedKinds(work)
  return (
    <div className="kinds" role="radiogroup" aria-label={t('field.kind')}>
      {kinds.map(({ code, title }) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of buttons for the thumb, not a list of dots
        <button
          key={code}
          type="button"
          role="radio"
          aria-checked={chosen === code}
          className="kind"
          onClick={() => onChoose(code)}
        >
          {words(title)}
          {missing.has(code) && (
            <span className="kind-missing">{t('field.kind.missing', { count: missing.get(code)! })}</span>
          )}
        </button>
      ))}
    </div>
  )
}
