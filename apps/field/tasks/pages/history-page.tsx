import '../list-head.css'
import '../cards.css'
import '../drawing.css'
import '../sheets.css'
import '../history.css'
import '../across.css'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { day, instant, percent, squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { type TaskHistory, useHistory } from './use-history.ts'

/** 历史调查记录: the nodes of the task, and what was surveyed before where it lies. As fetched last, where there is no network. */
export function HistoryPage({ person, sync, parts: [taskId = ''] }: PageProps) {
  const { t } = useTexts()
  const { history, problem, isOld } = useHistory(person.id, taskId)
  return (
    <>
      <TopBar title={t('field.history')} back={`#/task/${taskId}`} sync={sync} />
      <main className="list">
        {isOld && <p className="banner">{t('field.history.old')}</p>}
        {problem && !history && <Notice problem={problem} />}
        {!history && !problem && <p className="waiting">{t('common.loading')}</p>}
        {history && (
          <>
            <h2>{t('field.history.nodes')}</h2>
            <Nodes nodes={history.nodes} />
            <h2>{t('field.history.surveys')}</h2>
            <Surveys surveys={history.surveys} />
          </>
        )}
      </main>
    </>
  )
}

function Nodes({ nodes }: { nodes: TaskHistory['nodes'] }) {
  const { t, has } = useTexts()
  return (
    <ol className="nodes">
      {nodes.map((node) => {
        const key = `field.node.${node.kind}`
        const reason = node.kind === 'issued' ? null : node.reason
        return (
          <li key={`${node.kind} ${node.at} ${node.by?.id}`} data-kind={node.kind}>
            <time>{instant(node.at)}</time>
            <strong>
              {t(has(key) ? key : 'field.node.other')}
              {node.kind === 'issued' && node.reason === 'return' && ` · ${t('field.state.returned')}`}
            </strong>
            <span>
              {node.by?.name ?? (node.kind === 'issued' ? '' : t('field.node.system'))}
              {node.to && ` → ${node.to}`}
              {node.from && ` ← ${node.from}`}
            </span>
            {node.kind === 'worked' && (
              <span>
                {t('field.node.worked.what', { photos: node.photos, patches: node.patches })}
                {node.held > 0 && ` · ${t('field.node.held', { count: node.held })}`}
              </span>
            )}
            {reason && <span className="quiet">{reason}</span>}
          </li>
        )
      })}
    </ol>
  )
}

function Surveys({ surveys }: { surveys: TaskHistory['surveys'] }) {
  const { t, language } = useTexts()
  if (surveys.length === 0) return <EmptyNote title={t('field.history.none')} next={t('field.history.none.next')} />
  const nameOf = (code: string) => landuseSurvey3.codes.find((one) => one.code === code)?.[language] ?? code
  return (
    <ul>
      {surveys.map(({ caseId, number, title, doneAt, by, shared, share, photos, classes, noSurvey }) => (
        <li key={caseId} className="task">
          <strong>{number}</strong>
          <span>{title}</span>
          <span className="task-facts">
            <span>{day(doneAt)}</span>
            <span>{by}</span>
            <span>{t('field.photos.count', { count: photos })}</span>
          </span>
          <span>{t('field.history.shared', { area: squareMetres(shared), share: percent(share ?? 0, 0) })}</span>
          {classes.length > 0 && <span>{classes.map((code) => `${code} ${nameOf(code)}`).join(' · ')}</span>}
          {noSurvey && <span className="quiet">{t('field.task.noSurvey', { reason: noSurvey })}</span>}
        </li>
      ))}
    </ul>
  )
}
