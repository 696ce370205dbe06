import { ReloadOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { MapMarker } from '../../../../apps/ui/map/map-marker.tsx'
import type { CaseTabProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { QualityIssue } from '../answers.ts'
import '../common/landuse.css'
import './survey.css'

/** 质检: what the rules found, worst first, each on the map; may be run again at any time. */
export default function QualityTab({ case: view, map }: CaseTabProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const { data, error, refetch } = useAsk('landuse.quality.view', { caseId: view.id })
  const run = useCall('landuse.quality.run')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  const again = can('landuse.quality.run', { area: view.areaCode, business: 'landuse' }) && (
    <Button
      size="small"
      icon={<ReloadOutlined />}
      loading={run.isPending}
      onClick={() => run.mutate({ caseId: view.id })}
    >
      {t(data.run ? 'landuse.quality.again' : 'landuse.quality.run')}
    </Button>
  )
  return (
    <Section title={t('landuse.quality')} extra={again}>
      {run.error && <RefusalNotice error={run.error} />}
      {!data.run && <EmptyState small title={t('landuse.quality.none')} next={t('landuse.quality.none.next')} />}
      {data.run && (
        <p className="quiet">
          {t('landuse.quality.at', { at: instant(data.run.at), rules: data.run.ruleSet, patches: data.run.patches })}
        </p>
      )}
      {data.run && data.issues.length === 0 && <p className="quality-good">{t('landuse.quality.passed')}</p>}
      <ul>
        {data.issues.map((issue, index) => (
          <Issue key={issue.id} issue={issue} number={index + 1} map={map} />
        ))}
      </ul>
    </Section>
  )
}

type IssueProps = { issue: QualityIssue; number: number; map: CaseTabProps['map'] }

function Issue({ issue, number, map }: IssueProps) {
  const { t, words } = useTexts()
  const { place, severity, error, clause, rule, field, value, measure } = issue
  const found = [field, value, measure === undefined || measure === null ? null : Math.round(measure * 100) / 100]
    .filter((one) => one !== null && one !== undefined)
    .join(' ')
  return (
    <li className="issue">
      <span className={error ? 'issue-number issue-error' : 'issue-number'}>{number}</span>
      <div className="issue-body">
        <strong>{words(issue.title)}</strong>
        <div className="quiet">
          {[rule, clause, t(`landuse.severity.${severity}`), found, t(`landuse.issue.${issue.state}`)]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {place && map && (
        <>
          <Button size="small" type="link" onClick={() => map.map.easeTo({ center: place, zoom: 18 })}>
            {t('landuse.issue.locate')}
          </Button>
          <MapMarker handle={map} at={place}>
            <span className={error ? 'issue-number issue-error' : 'issue-number'}>{number}</span>
          </MapMarker>
        </>
      )}
    </li>
  )
}
