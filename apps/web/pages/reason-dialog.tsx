import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import type { Input as ActInput } from '../../ui/api.ts'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'

export type AskedAct = 'return' | 'suspend' | 'reassign' | 'nudge'
type Props = { act: AskedAct; case: CaseView; task: TaskView; revision: number; onClose: () => void }
type Filled = { reason: string; to: string }

/** What each act is sent with. */
const inputOf = ({ act, case: view, task, revision }: Props, { reason, to }: Filled): ActInput => {
  switch (act) {
    case 'return':
      return { taskId: task.id, to, reason, revision }
    case 'reassign':
      return { taskId: task.id, to, reason }
    case 'suspend':
      return { caseId: view.id, kind: 'suspension', reason }
    case 'nudge':
      return { caseId: view.id, text: reason }
  }
}

/** Acts that stop, turn or hand over a case: the case is named, the reason is asked for, once. */
export function ReasonDialog(props: Props) {
  const { act, case: view, task, onClose } = props
  const { t } = useTexts()
  const id = useId()
  const [reason, setReason] = useState('')
  const [to, setTo] = useState(act === 'return' ? 'previous' : '')
  const { mutate, isPending, error } = useCall<unknown>(`casework.task.${act}`)
  const isReady = reason.trim() !== '' && (to !== '' || act === 'suspend' || act === 'nudge')
  return (
    <Modal
      open
      title={t(`cases.act.${act}.ask`, { number: view.number })}
      onCancel={onClose}
      onOk={() => mutate(inputOf(props, { reason, to }), { onSuccess: onClose })}
      okText={t(`cases.act.${act}`)}
      okButtonProps={{ danger: act === 'return', disabled: !isReady, loading: isPending }}
      cancelText={t('common.cancel')}
    >
      {act === 'return' && <ReturnTarget value={to} onChange={setTo} />}
      {act === 'reassign' && <Candidates taskId={task.id} value={to} onChange={setTo} />}
      <div className="form-row">
        <label className="form-title" htmlFor={id}>
          {t(act === 'return' ? 'cases.act.return.reason' : 'common.reason')}
        </label>
        <Input.TextArea
          id={id}
          autoFocus
          autoSize={{ minRows: 3 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder={t('cases.act.reason.missing')}
        />
      </div>
      <RefusalNotice error={error} />
    </Modal>
  )
}

type TargetProps = { value: string; onChange: (to: string) => void }

function ReturnTarget({ value, onChange }: TargetProps) {
  const { t } = useTexts()
  const options = ['previous', 'starter'].map((one) => ({ value: one, label: t(`cases.act.return.${one}`) }))
  return (
    <div className="form-row">
      <div className="form-title">{t('cases.act.return.to')}</div>
      <Radio.Group value={value} onChange={(event) => onChange(event.target.value as string)} options={options} />
    </div>
  )
}

/** Whoever could do the task, those with least in hand first. */
function Candidates({ taskId, value, onChange }: TargetProps & { taskId: string }) {
  const { t } = useTexts()
  const id = useId()
  const { data, error } = useAsk('casework.task.candidates', { taskId })
  const options = (data?.rows ?? []).map((one) => ({
    value: one.id,
    label: `${one.name} · ${one.organisation} · ${t('cases.act.reassign.load', { count: one.openTasks })}`,
  }))
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {t('cases.act.reassign.to')}
      </label>
      <Select
        id={id}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        value={value || undefined}
        options={options}
        onChange={onChange}
      />
      <RefusalNotice error={error} />
    </div>
  )
}
