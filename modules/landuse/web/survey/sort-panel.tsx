import { Skeleton } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { StepPanelProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import '../common/landuse.css'
import './survey.css'
import { BaseTable } from './base-table.tsx'

/** 分件: what the rule proposes and why; against it a reason is asked for. */
export default function SortPanel({ case: view }: StepPanelProps) {
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('landuse.survey.view', { caseId: view.id })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  const { proposal } = data
  return (
    <>
      {proposal && (
        <Section title={t('landuse.sort.proposal')}>
          <p>
            <strong>{t(`landuse.way.${proposal.way}`)}</strong>
          </p>
          <ul className="note-list">
            {proposal.reasons.map((reason) => (
              <li key={reason}>{t(reason)}</li>
            ))}
          </ul>
          <p className="quiet">{t('landuse.sort.against')}</p>
        </Section>
      )}
      <BaseTable view={data} />
    </>
  )
}
