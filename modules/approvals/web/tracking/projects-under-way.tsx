import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Lamp } from '../../../../apps/ui/components/lamp.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { LifeCycleLine } from '../projects/life-cycle-line.tsx'

/** 重点项目: each with its life-cycle, and the steps at which it waits. */
export function ProjectsUnderWay({ area }: { area: string | undefined }) {
  const { t, words } = useTexts()
  const projects = useAsk('approvals.tracking.projects', area ? { area } : {})
  return (
    <section className="card card-pad tracking-projects">
      <h2 className="table-title">{t('approvals.tracking.projects')}</h2>
      <RefusalNotice error={projects.error} />
      {projects.data?.rows.length === 0 && (
        <EmptyState small title={t('approvals.tracking.noProjects')} next={t('approvals.tracking.noProjects.next')} />
      )}
      <ul>
        {projects.data?.rows.map(({ code, name, owner, stages, waits }) => (
          <li key={code}>
            <div className="tracking-project">
              <Link to={`/projects/${code}`}>{name}</Link>
              <span className="quiet">{owner}</span>
              <span className="quiet number">{code}</span>
              {waits.map((wait) => (
                <span key={`${wait.caseId}${wait.step}`} className="tracking-wait">
                  <Lamp lamp={wait.lamp} />
                  <Link to={`/cases/${wait.caseId}`}>{wait.number}</Link>
                  {t('approvals.tracking.waits', {
                    step: wait.stepTitle ? words(wait.stepTitle) : wait.step,
                    days: wait.days,
                  })}
                </span>
              ))}
            </div>
            <LifeCycleLine stages={stages} />
          </li>
        ))}
      </ul>
    </section>
  )
}
