import { Button } from 'antd'
import { Link } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'

type Props = { caseId: string; isGranted: boolean }

/** The document of a granted case: made here once, then shown. */
export function CaseResult({ caseId, isGranted }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const issue = useCall('approvals.result.issue')
  const { data } = useAsk('approvals.result.list', { caseId }, { enabled: isGranted })
  const [result] = data?.rows ?? []
  if (!isGranted || !data) return null
  if (!result && !can('approvals.result.issue')) return null
  return (
    <Section title={t('approvals.chain.document')} extra={<Link to="/permits">{t('approvals.results')}</Link>}>
      {result ? (
        <Facts
          rows={[
            [
              t('approvals.results.document'),
              <a key="document" href={addressOf('approvals.result.download', { resultId: result.id })} download>
                {result.title}
              </a>,
            ],
            [t('approvals.results.number'), result.number],
            [t('approvals.results.validUntil'), result.validUntil],
            [t('approvals.results.code'), result.code],
            ...(result.revokedAt ? ([[t('approvals.results.revoked'), result.reason]] as const) : []),
          ]}
        />
      ) : (
        <>
          <p className="quiet">{t('approvals.results.issue.hint')}</p>
          <Button type="primary" loading={issue.isPending} onClick={() => issue.mutate({ caseId })}>
            {t('approvals.results.issue')}
          </Button>
        </>
      )}
      <RefusalNotice error={issue.error} />
    </Section>
  )
}
