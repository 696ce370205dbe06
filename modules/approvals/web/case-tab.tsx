import { Link } from 'react-router'
import { RefusalNotice } from '../../../apps/ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../../apps/ui/components/section.tsx'
import { StatusDot } from '../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../apps/ui/i18n/use-texts.ts'
import type { CaseTabProps } from '../../../apps/ui/module-pages.ts'
import { useAsk } from '../../../apps/ui/queries.ts'
import './materials.css'
import { LifeCycleLine } from './projects/life-cycle-line.tsx'
import { CaseResult } from './results/case-result.tsx'

/** What the case was filed as: item, applicant, papers one by one, and where its project stands. */
export default function CaseTab({ case: view }: CaseTabProps) {
  const { t, words } = useTexts()
  const { data, error } = useAsk('approvals.case.view', { caseId: view.id })
  if (error) return <RefusalNotice error={error} />
  if (!data) return null
  const { item, filed, project, stages, materials } = data
  return (
    <>
      <Section
        title={t('approvals.tab.item')}
        extra={<Link to={`/receipts/${view.id}`}>{t('approvals.receipt')}</Link>}
      >
        <Facts
          rows={[
            [
              t('approvals.item.title'),
              <Link key="item" to={`/items/${item.code}?version=${item.version}`}>
                {words(item.title)}
              </Link>,
            ],
            [t('approvals.applicant.name'), filed.applicantName],
            [t('approvals.applicant.kind'), t(`approvals.applicant.${filed.applicantKind}`)],
            [t('approvals.item.promisedDays'), t('approvals.workingDays', { count: item.promisedDays })],
          ]}
        />
      </Section>
      <CaseResult caseId={view.id} isGranted={data.result === 'granted' || data.result === 'completed'} />
      {project && (
        <Section
          title={t('approvals.tab.project')}
          extra={<Link to={`/projects/${project.code}`}>{project.code}</Link>}
        >
          <p>{project.name}</p>
          <LifeCycleLine stages={stages} here={view.id} />
        </Section>
      )}
      <Section title={t('approvals.item.materialList')}>
        <ol className="material-list">
          {materials.map(({ key, title, required, files }) => (
            <li key={key} className="material">
              <div className="material-head">
                <span className="material-title">{title}</span>
                <StatusDot tone={files.length > 0 ? 'good' : required ? 'bad' : 'idle'}>
                  {files.length > 0
                    ? t('approvals.receipt.received', { count: files.length })
                    : t('approvals.receipt.notReceived')}
                </StatusDot>
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
