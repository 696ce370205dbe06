import { Form, Input, Modal, Select, Switch } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { MESSAGE_KINDS, type MessageKind } from '../../../../kernel/messages/message.ts'
import type { Gateway } from './answers.ts'

type Filled = { name: string; url: string; secret?: string; kinds: MessageKind[]; isOn: boolean }
const NEW: Filled = { name: '', url: '', kinds: [], isOn: false }

/** Makes or changes one gateway; its key is asked for once and never shown. */
export function GatewayDialog({ gateway, onClose }: { gateway: Gateway | null; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Filled>()
  const save = useCall('messages.gateway.save')
  const store = ({ secret, ...filled }: Filled) =>
    save.mutate({ ...filled, ...(secret && { secret }), ...(gateway && { id: gateway.id }) }, { onSuccess: onClose })
  const wanted = { required: true, whitespace: true, message: t('forms.required') }
  return (
    <Modal
      open
      title={t(gateway ? 'messages.gateway.save' : 'messages.gateway.new')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <RefusalNotice error={save.error} />
      <Form form={form} layout="vertical" initialValues={gateway ?? NEW} onFinish={store}>
        <Form.Item name="name" label={t('messages.gateway.name')} rules={[wanted]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="url" label={t('messages.gateway.url')} extra={t('messages.gateway.url.help')} rules={[wanted]}>
          <Input maxLength={500} placeholder="https://" />
        </Form.Item>
        <Form.Item
          name="secret"
          label={t('messages.gateway.secret')}
          rules={[{ min: 16, message: t('messages.gateway.save.no-key') }]}
          {...(gateway && { extra: t('messages.gateway.secret.kept') })}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="kinds" label={t('messages.gateway.kinds')} extra={t('messages.gateway.kinds.help')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={MESSAGE_KINDS.map((kind) => ({ value: kind, label: t(`messages.kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item name="isOn" label={t('messages.gateway.isOn')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  )
}
