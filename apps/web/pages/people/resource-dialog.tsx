import { Form, Input, Modal, Select } from 'antd'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useOrganisations } from '../use-organisations.ts'
import type { Described, ResourceKind } from './resource-columns.tsx'

type Typed = { about: string; source: string; keeper?: string | null; contact: string }
type Props = { kind: ResourceKind; resource: Described; name: string; onClose: () => void }

/** 维护资源信息: what it is for, who keeps it, whom to ask; of data also where they come from. */
export function ResourceDialog({ kind, resource: { code, card }, name, onClose }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const organisations = useOrganisations()
  const save = useCall('administration.resource.save')
  const store = ({ keeper = null, ...typed }: Typed) =>
    save.mutate({ kind, code, keeper, ...typed }, { onSuccess: onClose })
  return (
    <Modal
      open
      title={name}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ about: '', source: '', contact: '', ...card, keeper: card?.keeper?.id ?? null }}
        onFinish={({ about, source, keeper, contact }) =>
          store({ about, source: source ?? '', keeper: keeper ?? null, contact })
        }
      >
        <Form.Item name="about" label={t('administration.resource.about')}>
          <Input.TextArea autoFocus rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item name="source" label={t('administration.resource.source')} hidden={kind !== 'layer'}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="keeper" label={t('administration.resource.keeper')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(organisations.data?.organisations ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="contact" label={t('administration.resource.contact')}>
          <Input maxLength={100} />
        </Form.Item>
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  )
}
