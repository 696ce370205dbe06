import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseTabProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { ConclusionDot } from '../conclusion-dot.tsx'
import '../compliance.css'

/** The reports on a case's ranges, and one press for the next. */
export default function CaseTab({ case: view }: CaseTabProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const { data, error } = useAsk(
    'compliance.report.list',
    { caseId: view.id },
    { enabled: can('compliance.report.list') },
  )
  const make = useCall('compliance.report.make')
  const send = () =>
    make.mutate(
      { title: view.title.slice(0, 100), land: { source: 'case', caseId: view.id } },
      { onSuccess: ({ reportId }) => void go(`/compliance/${reportId}`) },
    )
  const button = can('compliance.report.make', { area: view.areaCode }) && (
    <Button size="small" loading={make.isPending} onClick={send}>
      {t('compliance.new.start')}
    </Button>
  )
  return (
    <Section title={t('compliance.reports.list')} extra={button}>
      {(error ?? make.error) && <RefusalNotice error={(error ?? make.error)!} />}
      {data?.rows.length === 0 && (
        <EmptyState small title={t('compliance.reports.none')} next={t('compliance.reports.none.case')} />
      )}
      <ul className="case-reports">
        {data?.rows.map(({ id, number, conclusion, madeBy, madeAt }) => (
          <li key={id}>
            <Link to={`/compliance/${id}`}>{number}</Link>
            <ConclusionDot conclusion={conclusion} />
            <span className="quiet">{`${madeBy} ${instant(madeAt)}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
