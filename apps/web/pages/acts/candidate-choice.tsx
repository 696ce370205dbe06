import { Select } from 'antd'
import { useId } from 'react'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'

type Props = { taskId: string; value: string; onChange: (person: string) => void; label?: string }

/** Whoever could do the task, those with least in hand first. */
export function CandidateChoice({ taskId, value, onChange, label }: Props) {
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
        {label ?? t('cases.act.reassign.to')}
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
