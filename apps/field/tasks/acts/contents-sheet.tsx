import '../../map/map.css'
import '../../map/sheet.css'
import '../../map/facts.css'
import '../../map/layers.css'
import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { ask } from '../../../ui/api.ts'
import { squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { RelatedProjects } from '../../map/ground/related-projects.tsx'
import { useAnswer } from '../../map/ground/use-answer.ts'
import { Notice } from '../../parts/notice.tsx'
import type { TaskPackage } from '../../store/answers.ts'
import { fieldDatabase, type KeptTask } from '../../store/field-database.ts'
import { readWork, type TaskWork } from '../../store/use-task-work.ts'
import { areaOf, type Ground, groundsOf } from '../../survey/work/grounds.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { Sheet } from './sheet.tsx'

type Props = { task: ListedTask; onClose: () => void }

/** 项目与图斑 (SH107): what a task is made of, before one opens it or signs for it; each patch leads to its page. */
export function ContentsSheet({ task, onClose }: Props) {
  const { t } = useTexts()
  const { answer: work, problem, isAsking } = useAnswer(task.id, () => workOf(task.id))
  return (
    <Sheet title={t('field.contents')} onClose={onClose}>
      <strong>{`${task.number} ${task.title}`}</strong>
      {problem && <Notice problem={problem} />}
      {isAsking && <p className="quiet">{t('common.loading')}</p>}
      {work && <Patches grounds={groundsOf(work)} task={task} />}
      {work && (
        <>
          <h3 className="part-title">{t('field.contents.projects')}</h3>
          <RelatedProjects shape={work.task.package!.range} except={`case/${work.task.caseId}`} />
        </>
      )}
    </Sheet>
  )
}

/** As this phone has it; of what it holds nothing, the server is asked. Throws ProblemError. */
async function workOf(taskId: string): Promise<TaskWork> {
  const task = (await (await fieldDatabase()).get('tasks', taskId)) as KeptTask
  if (task.package) return readWork(task)
  const held = await ask<TaskPackage>('fieldwork.task.view', { taskId })
  return { task: { ...task, package: held }, operations: [], photos: [], patches: [] }
}

function Patches({ grounds, task }: { grounds: Ground[]; task: ListedTask }) {
  const { t, language } = useTexts()
  return (
    <>
      <h3 className="part-title">{t('field.contents.patches', { count: grounds.length })}</h3>
      {grounds.length === 0 && <p className="quiet">{t('field.contents.none')}</p>}
      <ul className="found-list">
        {grounds.map((ground) => {
          const { id, DLBM, attributes } = ground.patch
          const name = DLBM ? `${DLBM} ${codeIn(landuseSurvey3, DLBM)?.[language] ?? ''}` : t('field.patch.no-class')
          return (
            <li key={id}>
              <a className="due" href={`#/task/${task.id}/patches/${id}`}>
                <strong>{String(attributes?.TBBH ?? t('field.patch.number', { number: ground.number }))}</strong>
                <span>{`${name} · ${squareMetres(areaOf(ground))} m²`}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
