import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../apps/ui/case-view.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'

type Props = { case: CaseView; issues: number; onClose: () => void; onDone: () => void }

/** Back to the surveyor with a reason; open issues of the quality check go with it. */
export function ReturnDialog({ case: view, issues, onClose, onDone }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const back = useCall(issues > 0 ? 'landuse.quality.returnCase' : 'landuse.review.return')
  const send = () =>
    back.mutate(issues > 0 ? { caseId: view.id, reason } : { caseId: view.id, opinion: reason }, {
      onSuccess: () => {
        onClose()
        onDone()
      },
    })
  return (
    <Modal
      open
      title={t('landuse.review.return')}
      okText={t('landuse.review.return')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: back.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <p>{t('landuse.review.return.ask', { number: view.number })}</p>
      {issues > 0 && <p className="warning-line">{t('landuse.review.return.issues', { count: issues })}</p>}
      <label className="dialog-label" htmlFor="return-reason">
        {t('common.reason')}
      </label>
      <Input.TextArea
        id="return-reason"
        autoFocus
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {back.error && <RefusalNotice error={back.error} />}
    </Modal>
  )
}
