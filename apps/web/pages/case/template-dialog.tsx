import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'

type Edited = { id?: string; title: string; text: string }

/** 常用意见: one's own list, changed, deleted and added to. */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const { data, error } = useAsk('casework.opinionTemplate.list', {})
  const remove = useCall('casework.opinionTemplate.remove')
  const [edited, setEdited] = useState<Edited | null>(null)
  const rows = data?.rows ?? []
  return (
    <Modal open title={t('templates.title')} footer={null} onCancel={onClose}>
      {rows.length === 0 && !edited && <EmptyState small title={t('templates.none')} next={t('templates.none.next')} />}
      {rows.map((template) => (
        <div key={template.id} className="file-row">
          <span className="file-name">
            <b>{template.title}</b>
            <br />
            <span className="quiet">{template.text}</span>
          </span>
          <Button type="link" size="small" onClick={() => setEdited(template)}>
            {t('templates.change')}
          </Button>
          <Button type="link" size="small" danger onClick={() => remove.mutate({ id: template.id })}>
            {t('common.delete')}
          </Button>
        </div>
      ))}
      <RefusalNotice error={error ?? remove.error} />
      {edited ? (
        <TemplateForm key={edited.id} template={edited} onEnd={() => setEdited(null)} />
      ) : (
        <Button style={{ marginTop: 10 }} onClick={() => setEdited({ title: '', text: '' })}>
          {t('common.add')}
        </Button>
      )}
    </Modal>
  )
}

function TemplateForm({ template, onEnd }: { template: Edited; onEnd: () => void }) {
  const { t } = useTexts()
  const [titleId, textId] = [useId(), useId()]
  const [title, setTitle] = useState(template.title)
  const [text, setText] = useState(template.text)
  const { mutate, isPending, error } = useCall('casework.opinionTemplate.save')
  return (
    <form
      style={{ marginTop: 10 }}
      onSubmit={(event) => {
        event.preventDefault()
        mutate({ ...(template.id && { id: template.id }), title, text }, { onSuccess: onEnd })
      }}
    >
      <label className="form-title" htmlFor={titleId}>
        {t('templates.name')}
      </label>
      <Input id={titleId} autoFocus maxLength={60} value={title} onChange={(event) => setTitle(event.target.value)} />
      <label className="form-title" htmlFor={textId}>
        {t('templates.text')}
      </label>
      <Input.TextArea
        id={textId}
        autoSize={{ minRows: 3 }}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <RefusalNotice error={error} />
      <p style={{ marginTop: 8 }}>
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!title.trim() || !text.trim()}>
          {t('common.save')}
        </Button>{' '}
        <Button onClick={onEnd}>{t('common.cancel')}</Button>
      </p>
    </form>
  )
}
