import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { kindCounts, photosFor } from '../../../../modules/fieldwork/rules/completeness/kinds-of-patch.ts'
import { mu, squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useBusy } from '../../parts/use-busy.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import { keepDraft } from '../../store/patches.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { areaOf, type Ground, groundsOf, patchOfRange } from '../work/grounds.ts'
import { photosOfWork, toRule } from '../work/photos-of-work.ts'
import { PatchPage } from './patch-page.tsx'

type Props = { person: KeptPerson; work: TaskWork; isOver: boolean; patchId: string | undefined }

/** 图斑: every patch of the task with number, area, class and how far its evidence has come; one opens by a touch. */
export function PatchesTab({ person, work, isOver, patchId }: Props) {
  const grounds = groundsOf(work)
  const chosen = grounds.find(({ patch }) => patch.id === patchId)
  if (chosen) return <PatchPage key={chosen.patch.id} {...{ person, work, isOver }} ground={chosen} />
  return <PatchList work={work} grounds={grounds} isOver={isOver} />
}

function PatchList({ work, grounds, isOver }: { work: TaskWork; grounds: Ground[]; isOver: boolean }) {
  const { t } = useTexts()
  const { task } = work
  const [isBusy, run] = useBusy()
  const takeRange = async () => {
    const patch = patchOfRange(work)
    await keepDraft(patch)
    location.hash = `#/task/${task.id}/patches/${patch.id}`
  }
  return (
    <main className="list">
      {grounds.length === 0 && (
        <div className="nothing">
          <strong>{t('field.patches.none')}</strong>
          <p>{t('field.patches.none.next')}</p>
        </div>
      )}
      <ul>
        {grounds.map((ground) => (
          <li key={ground.patch.id}>
            <Card work={work} ground={ground} />
          </li>
        ))}
      </ul>
      {!isOver && (
        <div className="actions-flow">
          {grounds.length === 0 && (
            <button type="button" className="button button-main" disabled={isBusy} onClick={() => run(takeRange)}>
              {t('field.patches.whole')}
            </button>
          )}
          <a className="button" href={`#/task/${task.id}/range`}>
            {t('field.patches.draw')}
          </a>
        </div>
      )}
    </main>
  )
}

function Card({ work, ground }: { work: TaskWork; ground: Ground }) {
  const { t, language } = useTexts()
  const { patch, number } = ground
  const area = areaOf(ground)
  const code = patch.DLBM === null ? undefined : codeIn(landuseSurvey3, patch.DLBM)
  return (
    <a className="task" href={`#/task/${work.task.id}/patches/${patch.id}`}>
      <span className="task-head">
        <strong>{`${work.task.number}-${number}`}</strong>
        <span className={`state ${patch.isDraft ? 'state-draft' : 'state-saved'}`}>
          {t(patch.isDraft ? 'field.state.draft' : 'field.state.saved')}
        </span>
      </span>
      <span className="task-title">{code ? `${code.code} ${code[language]}` : t('field.class.choose')}</span>
      <span className="task-facts">
        <span>{`${squareMetres(area)} m² · ${mu(area)} ${t('field.unit.mu')}`}</span>
        <Photos work={work} ground={ground} />
      </span>
    </a>
  )
}

/** Photos there are, of those its kinds want. */
function Photos({ work, ground: { patch, plane } }: { work: TaskWork; ground: Ground }) {
  const { t } = useTexts()
  const grounds = groundsOf(work).map(({ patch: { id, DLBM }, plane: geometry }) => ({ id, DLBM, geometry }))
  const own = photosFor(patch.id, photosOfWork(work).map(toRule), grounds)
  const { template } = work.task.package!
  if (!template) return <span>{t('field.photos.count', { count: own.length })}</span>
  const counts = kindCounts(template, { id: patch.id, DLBM: patch.DLBM, geometry: plane }, own)
  const missing = counts.reduce((sum, one) => sum + one.missing, 0)
  return (
    <span className={missing > 0 ? 'few' : 'enough'}>
      {t(missing > 0 ? 'field.photos.lacking' : 'field.photos.enough', { count: own.length, missing })}
    </span>
  )
}
