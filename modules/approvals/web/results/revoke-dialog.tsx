import { Input, Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { ResultRow } from '../answers.ts'

/** 撤销: names the document, asks once, wants the reason. */
export function RevokeDialog({ row, onClose }: { row: ResultRow; onClose: () => void }) {
  const { t } = useTexts()
  const revoke = useCall('approvals.result.revoke')
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={t('approvals.results.revoke.ask', { title: row.title, number: row.number })}
      okText={t('approvals.results.revoke')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: revoke.isPending }}
      onOk={() => revoke.mutate({ resultId: row.id, reason }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{t('approvals.results.revoke.what')}</p>
      <Input.TextArea
        aria-label={t('approvals.results.revoke.reason')}
        placeholder={t('approvals.results.revoke.reason')}
        value={reason}
        maxLength={500}
        rows={3}
        onChange={({ target }) => setReason(target.value)}
      />
      <RefusalNotice error={revoke.error} />
    </Modal>
  )
}
