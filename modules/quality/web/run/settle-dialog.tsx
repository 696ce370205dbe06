import { Input, Modal } from 'antd'
import { useState } from 'react'
import { DayInput } from '../../../../apps/ui/components/day-input.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { Settlement } from '../../schema.ts'

type Props = {
  runId: string
  issueIds: number[]
  settlement: Settlement
  onClose: () => void
  onDone?: () => void
}

/** Asked once, with the number of issues; what was typed stays when the server refuses. */
export function SettleDialog({ runId, issueIds, settlement, onClose, onDone }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | undefined>()
  const settle = useCall('quality.issue.settle')
  const title = t(`quality.issue.act.${settlement}`)
  const send = () =>
    settle.mutate(
      {
        ...{ runId, issueIds, state: settlement },
        ...(reason.trim() && { reason }),
        ...(settlement === 'waived' && until && { until }),
      },
      {
        onSuccess: () => {
          onClose()
          onDone?.()
        },
      },
    )
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ loading: settle.isPending, disabled: settlement !== 'fixed' && reason.trim() === '' }}
      onOk={send}
      onCancel={onClose}
    >
      <p>{t(`quality.issue.ask.${settlement}`, { count: issueIds.length })}</p>
      <label className="settle-label" htmlFor="settle-reason">
        {t('common.reason')}
      </label>
      <Input.TextArea
        id="settle-reason"
        rows={3}
        maxLength={500}
        showCount
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {settlement === 'waived' && (
        <>
          <label className="settle-label" htmlFor="settle-until">
            {t('quality.issue.until')} <span className="quiet">{t('quality.issue.until.hint')}</span>
          </label>
          <DayInput id="settle-until" value={until} onChange={setUntil} />
        </>
      )}
      {settle.error && <RefusalNotice error={settle.error} />}
    </Modal>
  )
}
