import { evidenceRules } from '../../../kernel/quality/judge-evidence.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { knownPhotos } from '../store/known-photos.ts'
import type { TaskWork } from '../store/use-task-work.ts'
import { missingEvidence } from './evidence-so-far.ts'
import { wantedKinds } from './kind-choice.tsx'

export function missingOf(work: TaskWork) {
  const { task } = work
  if (!task.package) return []
  return missingEvidence({
    range: task.package.range,
    openedAt: task.openedAt,
    limits: task.package.evidence,
    photos: knownPhotos(work),
    now: Date.now(),
  })
}

/** What the server would miss on submission, told where it can still be mended. */
export function MissingList({ work }: { work: TaskWork }) {
  const { t, words } = useTexts()
  const missing = missingOf(work)
  const { kinds, missing: kindsMissing } = wantedKinds(work)
  const unclassed = work.patches.length > 0 && work.patches.some(({ DLBM }) => DLBM === null)
  if (missing.length === 0 && kindsMissing.size === 0 && work.patches.length > 0 && !unclassed)
    return <p className="complete">{t('field.missing.nothing')}</p>
  const titles = [
    ...new Set(
      missing.map(({ id, measure, value }) =>
        [titleOf(id), counts(measure, value)].map((part) => (typeof part === 'string' ? part : words(part))).join(' '),
      ),
    ),
  ]
  return (
    <div className="missing">
      <strong>{t('field.missing')}</strong>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
        {kinds
          .filter(({ code }) => kindsMissing.has(code))
          .map(({ code, title }) => (
            <li key={code}>{`${words(title)} ${t('field.kind.missing', { count: kindsMissing.get(code)! })}`}</li>
          ))}
        {(work.patches.length === 0 || unclassed) && <li>{t('field.missing.class')}</li>}
      </ul>
    </div>
  )
}

const titleOf = (id: string) => evidenceRules.rules.find((rule) => rule.id === id)?.title ?? { zh: id, en: id }
const counts = (found: number | undefined, wanted: unknown) =>
  found !== undefined && typeof wanted === 'number' ? `${found}/${wanted}` : ''
