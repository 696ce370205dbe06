import { Input, Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts } from '../../../../apps/ui/components/section.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'

const TONES: Record<string, Tone> = { valid: 'good', expired: 'warning', revoked: 'bad' }

/** 核验: the code on a paper, and what the bureau knows of it. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const [code, setCode] = useState('')
  const isWhole = /^[0-9A-Fa-f]{20}$/.test(code.trim())
  const { data, error } = useAsk('approvals.result.verify', { code: code.trim() }, { enabled: isWhole })
  return (
    <Modal open title={t('approvals.results.verify')} footer={null} onCancel={onClose}>
      <Input
        autoFocus
        aria-label={t('approvals.results.code')}
        placeholder={t('approvals.results.verify.hint')}
        value={code}
        maxLength={24}
        onChange={({ target }) => setCode(target.value)}
      />
      {isWhole && <RefusalNotice error={error} />}
      {isWhole && data && (
        <Facts
          rows={[
            [
              t('approvals.results.state'),
              <StatusDot key="state" tone={TONES[data.state]!}>
                {t(`approvals.results.${data.state}`)}
              </StatusDot>,
            ],
            [t('approvals.results.document'), data.title],
            [t('approvals.results.number'), data.number],
            [t('approvals.results.holder'), data.holder],
            [t('approvals.results.decidedOn'), data.decidedOn],
            [t('approvals.results.validUntil'), data.validUntil],
            ...(data.reason ? ([[t('approvals.results.revoke.reason'), data.reason]] as const) : []),
          ]}
        />
      )}
    </Modal>
  )
}
