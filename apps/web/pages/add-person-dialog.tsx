import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { LinkDialog } from './link-dialog.tsx'
import { useOrganisations } from './use-organisations.ts'

type Typed = { login: string; name: string; organisation: string }

/** A new person gets no password but a link, shown once. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const { data } = useOrganisations()
  const { mutate, isPending, error } = useCall('administration.person.add')
  const [made, setMade] = useState<{ name: string; link: string } | null>(null)
  if (made) return <LinkDialog {...made} onClose={onClose} />
  const add = (typed: Typed) => mutate(typed, { onSuccess: ({ link }) => setMade({ name: typed.name, link }) })
  const organisations = (data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const required = { required: true, message: t('forms.required') }
  return (
    <Modal
      open
      title={t('administration.person.add')}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.add')}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
    >
      <Form<Typed> form={form} layout="vertical" onFinish={add}>
        <Form.Item name="name" label={t('administration.name')} rules={[required]}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('administration.login')}
          extra={t('administration.login.rule')}
          rules={[required, { pattern: /^[a-z][a-z0-9._-]{2,31}$/, message: t('administration.login.rule') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="organisation" label={t('administration.organisation')} rules={[required]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={organisations} />
        </Form.Item>
        <RefusalNotice error={error} />
      </Form>
    </Modal>
  )
}
