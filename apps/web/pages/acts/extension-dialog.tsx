import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import type { CaseView, TaskView } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ActDialog } from './act-dialog.tsx'
import { ReasonInput } from './reason-input.tsx'

type Props = { case: CaseView; task: TaskView; revision: number; onClose: () => void }

/** 申请延期: how many working days, within what the process allows, and why. */
export function ExtensionDialog({ case: view, task, revision, onClose }: Props) {
  const { t } = useTexts()
  const id = useId()
  const rule = view.process.extension
  const [days, setDays] = useState<number | null>(rule?.days ?? 1)
  const [reason, setReason] = useState('')
  if (!rule) return null
  return (
    <ActDialog
      verb="casework.task.askExtension"
      title={t('cases.act.askExtension.ask', { number: view.number })}
      ok={t('cases.act.askExtension')}
      input={{ taskId: task.id, days, reason, revision }}
      isReady={days !== null && reason.trim() !== ''}
      onClose={onClose}
    >
      <p className="quiet">{t('acts.extension.rule', { days: rule.days, times: rule.times })}</p>
      <div className="form-row">
        <label className="form-title" htmlFor={id}>
          {t('acts.extension.days')}
        </label>
        <InputNumber id={id} min={1} max={rule.days} precision={0} value={days} onChange={setDays} />
      </div>
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} />
    </ActDialog>
  )
}
