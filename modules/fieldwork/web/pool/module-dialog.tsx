import { ColorPicker, Form, Input, InputNumber, Modal, Select } from 'antd'
import { MODULE_ICONS } from '../../../../apps/ui/components/field-icon.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { ModuleIcon } from './module-icon.tsx'
import type { ModuleRow } from './module-row.ts'
import { usePoolChoices } from './use-business-words.ts'

type Typed = {
  code: string
  zh: string
  en: string
  icon: string
  colour: string
  businesses: string[]
  steps: string[]
  templates: string[]
  position: number
  roles: string[]
  organisations: string[]
}

const FRESH = { icon: 'flag', colour: '#0b4ea2', businesses: [], steps: [], templates: [], position: 50 }
const valuesOf = (module: ModuleRow | null): Partial<Typed> =>
  module ? { ...module, zh: module.name.zh, en: module.name.en } : { ...FRESH, roles: [], organisations: [] }

/** Everything a module is: what it is called and looks like, whose tasks it shows, who sees it. */
export function ModuleDialog({ module, onClose }: { module: ModuleRow | null; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const { mutate, isPending, error } = useCall('fieldwork.pool.save')
  const save = (typed: Typed) => {
    const { code, zh, en, icon, colour, businesses, steps, templates, position, roles, organisations } = typed
    const what = { code, zh, en, icon, colour, businesses, steps, templates, position, roles, organisations }
    mutate({ ...what, isNew: module === null }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      width={640}
      title={t(module ? 'fieldwork.pool.change' : 'fieldwork.pool.register')}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
    >
      <Form<Typed> form={form} layout="vertical" initialValues={valuesOf(module)} onFinish={save} className="pool-form">
        <Looks isNew={module === null} />
        <Contents />
        <RefusalNotice error={error} />
      </Form>
    </Modal>
  )
}

function Looks({ isNew }: { isNew: boolean }) {
  const { t } = useTexts()
  const required = { required: true, message: t('forms.required') }
  const colour: string = Form.useWatch('colour') ?? FRESH.colour
  const icons = MODULE_ICONS.map((icon) => ({ value: icon, label: <ModuleIcon icon={icon} colour={colour} /> }))
  return (
    <>
      <Form.Item name="zh" label={t('fieldwork.pool.zh')} rules={[required]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="en" label={t('fieldwork.pool.en')} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t('fieldwork.pool.code')}
        rules={[required, { pattern: /^[a-z][a-z0-9-]{1,39}$/, message: t('fieldwork.pool.code.rule') }]}
      >
        <Input disabled={!isNew} placeholder="water-patrol" />
      </Form.Item>
      <Form.Item name="position" label={t('fieldwork.pool.position')}>
        <InputNumber min={0} max={999} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="icon" label={t('fieldwork.pool.icon')}>
        <Select options={icons} aria-label={t('fieldwork.pool.icon')} />
      </Form.Item>
      <Form.Item
        name="colour"
        label={t('fieldwork.pool.colour')}
        getValueFromEvent={(chosen: { toHexString(): string }) => chosen.toHexString().slice(0, 7)}
      >
        <ColorPicker disabledAlpha showText />
      </Form.Item>
    </>
  )
}

function Contents() {
  const { t, words } = useTexts()
  const { data } = usePoolChoices()
  const titled = (all: { code: string; title: { zh: string; en: string } }[] = []) =>
    all.map(({ code, title }) => ({ value: code, label: words(title) }))
  const searched = { showSearch: { optionFilterProp: 'label' }, mode: 'multiple' as const }
  return (
    <>
      <Form.Item
        name="businesses"
        label={t('fieldwork.pool.businesses')}
        rules={[{ required: true, message: t('forms.required') }]}
      >
        <Select {...searched} options={titled(data?.businesses)} />
      </Form.Item>
      <Form.Item name="steps" label={t('fieldwork.pool.steps')}>
        <Select {...searched} options={titled(data?.steps)} />
      </Form.Item>
      <Form.Item name="templates" label={t('fieldwork.pool.templates')}>
        <Select {...searched} options={titled(data?.templates)} />
      </Form.Item>
      <Form.Item name="roles" label={t('fieldwork.pool.roles')}>
        <Select {...searched} options={titled(data?.roles)} />
      </Form.Item>
      <Form.Item name="organisations" label={t('fieldwork.pool.organisations')}>
        <Select
          {...searched}
          options={(data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  )
}
