import { Alert, Button } from 'antd'
import type { CaseView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'

type Props = { case: CaseView; titleOf: (step: string) => string }

/** An automatic step that has failed holds the case up until a person retries it. */
export function IncidentNotice({ case: view, titleOf }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const { mutate, isPending, error } = useCall('casework.case.retryService')
  const mayRetry =
    view.state === 'running' && can('casework.case.retryService', { area: view.areaCode, business: view.business })
  const retry = (
    <Button size="small" loading={isPending} onClick={() => mutate({ caseId: view.id })}>
      {t('common.retry')}
    </Button>
  )
  return (
    <>
      {view.incidents.map(({ step, reason }, index) => (
        <Alert
          key={step}
          type="warning"
          showIcon
          role="alert"
          title={t('cases.incident', { step: titleOf(step), reason })}
          description={t(mayRetry ? 'cases.incident.next' : 'cases.incident.ask-other')}
          // One retry asks for all that failed.
          action={mayRetry && index === 0 && retry}
        />
      ))}
      <RefusalNotice error={error} />
    </>
  )
}
