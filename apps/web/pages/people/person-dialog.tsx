import { Form, Input, Modal, Select, Switch } from 'antd'
import type { PersonRow } from '../../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useOrganisations } from '../use-organisations.ts'
import './people.css'

type Typed = Pick<
  PersonRow,
  | 'name'
  | 'organisation'
  | 'nickname'
  | 'phone'
  | 'department'
  | 'title'
  | 'certificate'
  | 'kind'
  | 'networks'
  | 'approvedDevicesOnly'
>
const WORDS = ['title', 'department', 'phone', 'certificate', 'nickname'] as const

/** 修改人员: who they are, where they belong, and what their account is bound to. */
export function PersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const { mutate, isPending, error } = useCall('administration.person.change')
  const save = (typed: Typed) => mutate({ person: person.id, ...emptied(typed) }, { onSuccess: onClose })
  return (
    <Modal
      open
      width={680}
      title={t('administration.person.change.of', { name: person.name, login: person.login })}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
    >
      <Form<Typed> form={form} layout="vertical" initialValues={person} onFinish={save} className="person-form">
        <Who />
        <Binding />
        <RefusalNotice error={error} />
      </Form>
    </Modal>
  )
}

/** A field that was emptied holds nothing. */
const emptied = (typed: Typed): Typed => ({
  ...typed,
  ...Object.fromEntries(WORDS.map((name) => [name, typed[name]?.trim() || null])),
})

function Who() {
  const { t } = useTexts()
  const { data } = useOrganisations()
  const required = { required: true, message: t('forms.required') }
  return (
    <>
      <Form.Item name="name" label={t('administration.name')} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="organisation" label={t('administration.organisation')} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('administration.person.kind')}>
        <Select
          options={(['office', 'field'] as const).map((value) => ({ value, label: t(`administration.kind.${value}`) }))}
        />
      </Form.Item>
      {WORDS.map((name) => (
        <Form.Item key={name} name={name} label={t(`administration.person.${name}`)}>
          <Input maxLength={name === 'phone' ? 20 : 40} />
        </Form.Item>
      ))}
    </>
  )
}

function Binding() {
  const { t } = useTexts()
  return (
    <>
      <Form.Item
        name="networks"
        className="person-wide"
        label={t('administration.person.networks')}
        extra={t('administration.person.networks.rule')}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，', '、']} />
      </Form.Item>
      <Form.Item
        name="approvedDevicesOnly"
        className="person-wide"
        valuePropName="checked"
        label={t('administration.person.devicesOnly')}
        extra={t('administration.person.devicesOnly.rule')}
      >
        <Switch />
      </Form.Item>
    </>
  )
}
