import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { saveJson } from './save-json.ts'
import type { Design, FormView } from './use-design.ts'

/** In and out as JSON, thrown away, or handed to a second person. */
export function DraftActs({ view, design }: { view: FormView; design: Design }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isProposing, setProposing] = useState(false)
  return (
    <>
      <ImportButton design={design} />
      <Button icon={<DownloadOutlined />} onClick={() => saveJson(design.definition)}>
        {t('forms.export')}
      </Button>
      {can('forms.draft.discard') && <DiscardButton view={view} design={design} />}
      {can('forms.form.propose') && (
        <Button type="primary" onClick={() => setProposing(true)}>
          {t('forms.form.propose')}
        </Button>
      )}
      {isProposing && <ProposeDialog view={view} design={design} onClose={() => setProposing(false)} />}
    </>
  )
}

/** The file's fields under this form's key; one step that can be taken back. */
function ImportButton({ design }: { design: Design }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File) => {
    const { readFormFile } = await import('./read-form-file.ts')
    const reading = readFormFile(await file.text(), design.definition.key)
    if ('fault' in reading)
      return void message.error(t('forms.import.not-a-form', { name: file.name, place: reading.fault }), 8)
    design.change(reading.definition)
    message.success(t('forms.import.done', { count: reading.definition.fields.length }))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void read(file)
          event.target.value = ''
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {t('forms.import')}
      </Button>
    </>
  )
}

function DiscardButton({ view, design }: { view: FormView; design: Design }) {
  const { t, words } = useTexts()
  const go = useNavigate()
  const { modal } = App.useApp()
  const discard = useCall('forms.draft.discard')
  const confirm = () =>
    modal.confirm({
      title: t('forms.discard.ask', { title: words(design.definition.title) }),
      content: t(view.published ? 'forms.discard.published' : 'forms.discard.nothing'),
      okText: t('forms.discard'),
      okButtonProps: { danger: true },
      onOk: async () => {
        await discard.mutateAsync({ key: view.key, revision: design.revisionOf() })
        await go('/forms')
      },
    })
  return (
    <Button danger onClick={() => void confirm()}>
      {t('forms.discard')}
    </Button>
  )
}

function ProposeDialog({ view, design, onClose }: { view: FormView; design: Design; onClose: () => void }) {
  const { t } = useTexts()
  const propose = useCall('forms.form.propose')
  const [note, setNote] = useState('')
  const send = async () => {
    if (await design.save())
      await propose
        .mutateAsync({ key: view.key, revision: design.revisionOf(), note: note.trim() })
        .then(onClose, () => undefined)
  }
  return (
    <Modal
      open
      title={t('forms.form.propose')}
      okText={t('forms.form.propose')}
      okButtonProps={{ disabled: note.trim() === '' }}
      confirmLoading={propose.isPending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p className="quiet">{t('forms.propose.explain')}</p>
      <label className="form-title" htmlFor="propose-note">
        {t('forms.propose.note')}
      </label>
      <Input.TextArea
        id="propose-note"
        rows={3}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <RefusalNotice error={propose.error} />
    </Modal>
  )
}
