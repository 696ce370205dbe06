import { Alert, Skeleton } from 'antd'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { count } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'

/** Whether every audit row still follows from the one before. */
export function AuditVerdict() {
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('administration.audit.verify', {}, { staleTime: 0 })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton.Input active block />
  if (!data.fault)
    return <Alert banner type="success" showIcon title={t('administration.audit.whole', { rows: count(data.rows) })} />
  return <Alert banner type="error" showIcon title={t('administration.audit.broken', { ...data.fault })} />
}
