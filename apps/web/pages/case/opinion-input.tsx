import { Button, Dropdown, Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { TemplateDialog } from './template-dialog.tsx'

type Props = { value: string; onChange: (text: string) => void }

/** The opinion that goes with a step, with one's own 常用意见 to start from. It is signed by name and time when it is sent. */
export function OpinionInput({ value, onChange }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [isManaging, setManaging] = useState(false)
  const templates = useAsk('casework.opinionTemplate.list', {}).data?.rows ?? []
  const save = useCall('casework.opinionTemplate.save')
  const keep = () => save.mutate({ title: value.trim().slice(0, 20), text: value })
  const isKept = templates.some(({ text }) => text === value.trim())
  const items = [
    ...templates.map(({ id: key, title, text }) => ({
      key,
      label: <span title={text}>{title}</span>,
      onClick: () => onChange(value.trim() === '' ? text : `${value.trimEnd()}\n${text}`),
    })),
    ...(templates.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'keep', label: t('templates.keep'), disabled: value.trim() === '' || isKept, onClick: keep },
    { key: 'manage', label: t('templates.manage'), onClick: () => setManaging(true) },
  ]
  return (
    <div className="form-row">
      <div className="opinion-title">
        <label className="form-title" htmlFor={id}>
          {t('cases.opinion')}
        </label>
        <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
          <Button type="link" size="small">
            {t('templates.use')}
          </Button>
        </Dropdown>
      </div>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={value}
        placeholder={t('cases.opinion.hint')}
        onChange={(event) => onChange(event.target.value)}
      />
      {isManaging && <TemplateDialog onClose={() => setManaging(false)} />}
    </div>
  )
}
