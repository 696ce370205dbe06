import { Checkbox, Form, Input, Modal, Select } from 'antd'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { wordsOfVerb } from '../../../ui/verb-words.ts'
import { useBusinessTitle } from '../use-business-name.ts'
import { useOrganisations } from '../use-organisations.ts'
import './people.css'

export type Roles = AnswerOf<'administration.role.list'>
export type Role = Roles['rows'][number]
type Typed = Pick<Role, 'title_zh' | 'title_en' | 'verbs' | 'areas' | 'businesses' | 'layers'>

/** 零代码 (SH138): a role of functions and of the data they reach; saved, it works at its holders' next request. */
export function RoleDialog({ role, known, onClose }: { role: Role | null; known: Roles; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const { mutate, isPending, error } = useCall('administration.role.save')
  const fresh = { verbs: [], areas: [], businesses: [], layers: [] }
  const save = (typed: Typed) => mutate({ ...(role && { code: role.code }), ...typed }, { onSuccess: onClose })
  const required = { required: true, message: t('forms.required') }
  return (
    <Modal
      open
      width={760}
      title={t(role ? 'administration.role.change' : 'administration.role.add')}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
    >
      <Form<Typed> form={form} layout="vertical" initialValues={role ?? fresh} onFinish={save} className="role-form">
        <Form.Item name="title_zh" label={t('administration.role.zh')} rules={[required]}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="title_en" label={t('administration.role.en')} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="verbs" className="role-wide" label={t('administration.role.functions')} rules={[required]}>
          <Functions functions={known.functions} />
        </Form.Item>
        <DataLimits layers={known.layers} businesses={known.businesses} />
        <RefusalNotice error={error} />
      </Form>
    </Modal>
  )
}

type FunctionsProps = { functions: string[]; value?: string[]; onChange?: (verbs: string[]) => void }

/** Functions by module, in words. */
function Functions({ functions, value = [], onChange }: FunctionsProps) {
  const texts = useTexts()
  const groups = [...Map.groupBy(functions, (verb) => verb.split('.')[0]!)]
  const inGroup = (verbs: string[], chosen: string[]) => [...value.filter((one) => !verbs.includes(one)), ...chosen]
  return (
    <div className="functions">
      {groups.map(([group, verbs]) => (
        <fieldset key={group}>
          <legend>{texts.has(`verbs.${group}`) ? texts.t(`verbs.${group}`) : texts.t(`module.${group}`)}</legend>
          <Checkbox.Group
            value={value.filter((one) => verbs.includes(one))}
            options={verbs.map((verb) => ({ value: verb, label: wordsOfVerb(verb, texts), title: verb }))}
            onChange={(chosen) => onChange?.(inGroup(verbs, chosen as string[]))}
          />
        </fieldset>
      ))}
    </div>
  )
}

function DataLimits({ layers, businesses }: Pick<Roles, 'layers' | 'businesses'>) {
  const { t, words } = useTexts()
  const { data } = useOrganisations()
  const businessTitle = useBusinessTitle()
  const searched = {
    mode: 'multiple' as const,
    showSearch: { optionFilterProp: 'label' },
    placeholder: t('administration.role.any'),
  }
  return (
    <>
      <Form.Item name="areas" label={t('administration.role.areas')}>
        <Select
          {...searched}
          options={(data?.areas ?? []).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        />
      </Form.Item>
      <Form.Item name="layers" label={t('administration.role.layers')}>
        <Select
          {...searched}
          options={layers.map(({ name, title }) => ({ value: name, label: `${words(title)} ${name}` }))}
        />
      </Form.Item>
      <Form.Item name="businesses" className="role-wide" label={t('administration.role.businesses')}>
        <Select {...searched} options={businesses.map((one) => ({ value: one.code, label: businessTitle(one) }))} />
      </Form.Item>
    </>
  )
}
