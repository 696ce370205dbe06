import { lazy, Suspense, useRef, useState } from 'react'
import { qsxz } from '../../../../kernel/layers/codes/qsxz.ts'
import { mu, squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useBusy } from '../../parts/use-busy.ts'
import type { KeptPatch, KeptPerson } from '../../store/field-database.ts'
import { keepDraft, type PatchEdit, savePatch } from '../../store/patches.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { useAreaNames } from '../../tasks/use-area-names.ts'
import { ClassPicker } from '../class-picker.tsx'
import { areaOf, type Ground } from '../work/grounds.ts'

const RelatedProjects = lazy(() =>
  import('../../map/ground/related-projects.tsx').then((module) => ({ default: module.RelatedProjects })),
)

type Props = { person: KeptPerson; work: TaskWork; isOver: boolean; ground: Ground }

/** One patch: what it is (SH126), what is there now (SH128), and the projects on its ground (SH127). */
export function PatchPage({ person, work, isOver, ground }: Props) {
  const { t } = useTexts()
  const { task } = work
  // What was typed here lies over what is kept, whatever the server answers meanwhile.
  const [typed, setTyped] = useState<PatchEdit | null>(null)
  const patch = { ...ground.patch, ...typed }
  const isDraft = typed !== null || patch.isDraft
  const latest = useRef(typed)
  const [isKeeping, setKeeping] = useState(false)
  const [isBusy, run] = useBusy()
  const change = (next: PatchEdit) => {
    const changed = { ...latest.current, ...next }
    latest.current = changed
    setTyped(changed)
    setKeeping(true)
    // «Kept» is said of the last letter, not of the first.
    void keepDraft(ground.patch, changed).then(() => latest.current === changed && setKeeping(false))
  }
  const save = async () => {
    const saved = latest.current
    await savePatch(person.id, work, ground.patch, saved ?? {})
    // A letter typed meanwhile lies over what was saved, and is kept there.
    if (latest.current !== saved) return change({})
    latest.current = null
    setTyped(null)
  }
  return (
    <main className="list">
      <a className="back-link" href={`#/task/${task.id}/patches`}>
        ‹ {t('field.tab.patches')}
      </a>
      <Facts person={person} work={work} ground={ground} />
      <ClassPicker value={patch.DLBM} disabled={isOver} onChange={(DLBM) => change({ DLBM })} />
      <Ownership patch={patch} isOver={isOver} onChange={change} />
      <label className="field">
        {t('field.note')}
        <textarea
          rows={3}
          maxLength={2000}
          value={patch.note}
          disabled={isOver}
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
      <p className="quiet" role="status">
        {t(isKeeping ? 'field.patch.keeping' : isDraft ? 'field.patch.draft' : 'field.patch.saved')}
      </p>
      <details className="projects">
        <summary>{t('field.patch.projects')}</summary>
        <Suspense fallback={<p className="quiet">{t('common.loading')}</p>}>
          <RelatedProjects shape={ground.degrees} except={`case/${task.caseId}`} />
        </Suspense>
      </details>
      {!isOver && (
        <div className="actions-flow">
          <a className="button" href={`#/task/${task.id}/camera/${patch.id}`}>
            {t('field.photo.take')}
          </a>
          <button
            type="button"
            className="button button-main"
            disabled={isBusy || !isDraft || patch.DLBM === null}
            onClick={() => run(save)}
          >
            {t('common.save')}
          </button>
        </div>
      )}
    </main>
  )
}

function Facts({ person, work: { task }, ground }: Pick<Props, 'person' | 'work' | 'ground'>) {
  const { t } = useTexts()
  const area = areaOf(ground)
  const named = useAreaNames(person.id).find(({ code }) => code === task.areaCode)
  return (
    <dl className="facts">
      <dt>{t('field.patch.code')}</dt>
      <dd>{`${task.number}-${ground.number}`}</dd>
      <dt>{t('field.patch.order')}</dt>
      <dd>{ground.number}</dd>
      <dt>{t('field.patch.area')}</dt>
      <dd>{`${squareMetres(area)} m²（${mu(area)} ${t('field.unit.mu')}）`}</dd>
      <dt>{t('field.patch.place')}</dt>
      <dd>{[named?.name, task.areaCode].filter(Boolean).join(' ')}</dd>
    </dl>
  )
}

type OwnershipProps = { patch: KeptPatch; isOver: boolean; onChange: (next: PatchEdit) => void }

/** 权属性质 */
function Ownership({ patch, isOver, onChange }: OwnershipProps) {
  const { t, words } = useTexts()
  const set = (QSXZ: string) => onChange({ attributes: { ...patch.attributes, QSXZ: QSXZ || null } })
  return (
    <label className="field">
      {t('field.patch.ownership')}
      <select
        value={String(patch.attributes?.QSXZ ?? '')}
        disabled={isOver}
        onChange={({ target }) => set(target.value)}
      >
        <option value="">{t('field.choose')}</option>
        {qsxz.codes
          .filter(({ usable }) => usable !== false)
          .map((one) => (
            <option key={one.code} value={one.code}>
              {`${one.code} ${words(one)}`}
            </option>
          ))}
      </select>
    </label>
  )
}
