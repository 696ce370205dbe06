import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { FilePart } from './file-part.tsx'

type Kind = 'process' | 'decision'
type Filled = { key: string; zh: string; en?: string; business?: string }

const KEY = /^[a-z][a-zA-Z0-9-]*(\.[a-z][a-zA-Z0-9-]*)*$/

export const pageOf = (kind: Kind, designId: string): string =>
  `/processes/${kind === 'process' ? 'design' : 'table'}/${designId}`

/** 新建: an empty sheet, or a file of another tool. */
export function StartDialog({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { t } = useTexts()
  const go = useNavigate()
  const start = useCall('processes.design.start')
  const [source, setSource] = useState<'nothing' | 'file'>('nothing')
  const [file, setFile] = useState<string | null>(null)
  const [form] = Form.useForm<Filled>()
  const send = ({ key, zh, en, business = 'general' }: Filled) => {
    const from =
      source === 'file' && file
        ? { file: { content: file, ...(zh && { zh }), business } }
        : { nothing: { zh, en: en || zh, business } }
    start.mutate({ kind, key, from }, { onSuccess: ({ designId }) => void go(pageOf(kind, designId)) })
  }
  const rule = { required: source === 'nothing', whitespace: true, message: t('processes.new.title.hint') }
  return (
    <Modal
      open
      width={source === 'file' ? 680 : 520}
      title={t(kind === 'process' ? 'processes.new' : 'processes.decision.new')}
      okText={t('processes.new.start')}
      okButtonProps={{ loading: start.isPending, disabled: source === 'file' && !file }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        initialValues={{ business: 'general' }}
      >
        <Form.Item>
          <Radio.Group
            optionType="button"
            value={source}
            onChange={({ target }) => setSource(target.value as 'nothing' | 'file')}
            options={[
              { value: 'nothing', label: t('processes.new.nothing') },
              { value: 'file', label: t(kind === 'process' ? 'processes.new.bpmn' : 'processes.new.dmn') },
            ]}
          />
        </Form.Item>
        {source === 'file' && (
          <FilePart
            kind={kind}
            onRead={(content, { problems, title }) => {
              setFile(problems.length > 0 ? null : content)
              if (title && !form.getFieldValue('zh')) form.setFieldsValue({ zh: title.slice(0, 60) })
            }}
          />
        )}
        <Form.Item name="zh" label={t('processes.prop.title.zh')} rules={[rule]}>
          <Input maxLength={60} placeholder={t('processes.new.title.hint')} />
        </Form.Item>
        {source === 'nothing' && kind === 'process' && (
          <Form.Item name="en" label={t('processes.prop.title.en')}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item
          name="key"
          label={t('processes.column.key')}
          extra={t('processes.new.key.hint')}
          rules={[{ required: true, pattern: KEY, message: t('processes.new.key.wrong') }]}
        >
          <Input maxLength={60} placeholder="local.fileLoan" />
        </Form.Item>
        {kind === 'process' && (
          <Form.Item
            name="business"
            label={t('processes.prop.business')}
            extra={t('processes.prop.business.hint')}
            rules={[{ required: true, pattern: KEY, message: t('processes.new.key.wrong') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
        {start.error && <RefusalNotice error={start.error} />}
      </Form>
    </Modal>
  )
}
