import { Form, Input, Modal, Select } from 'antd'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import type { Organisation } from './organisation.ts'

type Typed = { code: string; name: string; parent?: string | null }
type Props = { organisation?: Organisation; parent?: Organisation | null; all: Organisation[]; onClose: () => void }

/** A new organisation, on its own or below another; or the name and place of one that is there. */
export function OrganisationDialog({ organisation, parent, all, onClose }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const add = useCall('administration.organisation.add')
  const change = useCall('administration.organisation.change')
  const save = ({ code, name, parent: above = null }: Typed) =>
    organisation
      ? change.mutate({ id: organisation.id, name, parent: above }, { onSuccess: onClose })
      : add.mutate({ code, name, parent: above }, { onSuccess: onClose })
  const required = { required: true, message: t('forms.required') }
  return (
    <Modal
      open
      title={t(organisation ? 'administration.organisation.change' : 'administration.organisation.add')}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={add.isPending || change.isPending}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={organisation ?? { parent: parent?.id ?? null }}
        onFinish={save}
      >
        <Form.Item name="name" label={t('administration.organisation.name')} rules={[required]}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('administration.organisation.code')}
          rules={[
            required,
            { pattern: /^[a-z0-9][a-z0-9-]{1,39}$/, message: t('administration.organisation.code.rule') },
          ]}
        >
          <Input disabled={organisation !== undefined} />
        </Form.Item>
        <Form.Item name="parent" label={t('administration.organisation.parent')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('administration.organisation.noParent')}
            options={all
              .filter(({ id }) => id !== organisation?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <RefusalNotice error={add.error ?? change.error} />
      </Form>
    </Modal>
  )
}
