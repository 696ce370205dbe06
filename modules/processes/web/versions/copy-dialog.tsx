import { Form, Input, Modal } from 'antd'
import { useNavigate } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { pageOf } from '../list/start-dialog.tsx'

type Props = { kind: 'process' | 'decision'; name: string; version: number; onClose: () => void }

/** 另存为: the same drawing as another process. */
export function CopyDialog({ kind, name, version, onClose }: Props) {
  const { t } = useTexts()
  const go = useNavigate()
  const start = useCall('processes.design.start')
  const [form] = Form.useForm<{ key: string }>()
  const send = ({ key }: { key: string }) =>
    start.mutate(
      { kind, key, from: { version: { key: name, version } } },
      { onSuccess: ({ designId }) => void go(pageOf(kind, designId)) },
    )
  return (
    <Modal
      open
      title={t('processes.copy')}
      okText={t('processes.new.start')}
      okButtonProps={{ loading: start.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="key"
          label={t('processes.column.key')}
          extra={t('processes.new.key.hint')}
          rules={[
            {
              required: true,
              pattern: /^[a-z][a-zA-Z0-9-]*(\.[a-z][a-zA-Z0-9-]*)*$/,
              message: t('processes.new.key.wrong'),
            },
          ]}
        >
          <Input maxLength={60} placeholder={`${name}2`} />
        </Form.Item>
        {start.error && <RefusalNotice error={start.error} />}
      </Form>
    </Modal>
  )
}
