import {
  type KindCount,
  kindCounts,
  photosFor,
} from '../../../../modules/fieldwork/rules/completeness/kinds-of-patch.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import type { EvidenceTemplate } from '../../../../modules/fieldwork/templates/template.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { groundsOf } from '../work/grounds.ts'
import { capturedIn, photosOfWork, toRule } from '../work/photos-of-work.ts'

/** What the camera is pointed at: a patch, or the range while there is none. */
export type Target = { id: string | null; number: number; DLBM: string | null; plane: ReturnType<typeof areaToPlane> }

export function targetsOf(work: TaskWork): Target[] {
  const grounds = groundsOf(work)
  if (grounds.length === 0)
    return [{ id: null, number: 1, DLBM: null, plane: areaToPlane(work.task.package?.range ?? []) }]
  return grounds.map(({ patch: { id, DLBM }, number, plane }) => ({ id, number, DLBM, plane }))
}

/** Where no template of the business is known: any photo. */
const ANY: Pick<EvidenceTemplate, 'kinds' | 'classRules'> = {
  kinds: [{ code: 'other', title: { zh: '其他', en: 'Other' }, min: 0 }],
  classRules: [],
}

/** Photos of a target as the rules see them, and how many of each kind it has. */
export function countsFor(
  work: TaskWork,
  target: Target,
): { counts: KindCount[]; photos: ReturnType<typeof toRule>[] } {
  const grounds = targetsOf(work).map(({ id, DLBM, plane }) => ({ id: id ?? '', DLBM, geometry: plane }))
  const photos = photosFor(target.id ?? '', [...photosOfWork(work), ...capturedIn(work)].map(toRule), grounds)
  const ground = { id: target.id ?? '', DLBM: target.DLBM, geometry: target.plane }
  return { counts: kindCounts(work.task.package?.template ?? ANY, ground, photos), photos }
}

type Props = { targets: Target[]; chosen: Target; onChoose: (id: string | null) => void }

/** Which patch the next photo is of, where there are several. */
export function PatchChoice({ targets, chosen, onChoose }: Props) {
  const { t } = useTexts()
  if (targets.length < 2) return null
  return (
    <div className="kinds kinds-patches" role="radiogroup" aria-label={t('field.tab.patches')}>
      {targets.map(({ id, number }) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of buttons for the thumb, not a list of dots
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === chosen.id}
          className="kind"
          onClick={() => onChoose(id)}
        >
          {t('field.patch.number', { number })}
        </button>
      ))}
    </div>
  )
}

type KindProps = { counts: KindCount[]; chosen: string; onChoose: (code: string) => void }

/** What the next photo shows: 远景, 近景 …, each with how many are still wanted. */
export function KindChoice({ counts, chosen, onChoose }: KindProps) {
  const { t, words } = useTexts()
  return (
    <div className="kinds" role="radiogroup" aria-label={t('field.kind')}>
      {counts.map(({ kind: { code, title }, missing, found }) => (
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
          <span className="kind-missing">
            {missing > 0 ? t('field.kind.missing', { count: missing }) : found > 0 ? `✓ ${found}` : ''}
          </span>
        </button>
      ))}
    </div>
  )
}
