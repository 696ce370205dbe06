import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import type { RuleKind } from '../../dispatch/rules/plan.ts'
import type { Rule, Worker } from './answers.ts'
import { CentrePicker, type Centres } from './centre-picker.tsx'

type Props = { rule: Rule | null; people: readonly Worker[]; onClose: () => void }
type Filled = {
  title: string
  business: string
  areaCode?: string
  by: RuleKind
  people?: string[]
  most?: number | null
}

/** Makes or changes one rule. Where somebody works from is a place, or where their tasks lie now. */
export function RuleDialog({ rule, people, onClose }: Props) {
  const { t, words } = useTexts()
  const areas = useAreas()
  const [form] = Form.useForm<Filled>()
  const save = useCall('fieldwork.dispatch.rule.save')
  const businesses = useAsk('fieldwork.dispatch.list', { state: 'waiting', pageSize: 200 })
  const found = new Map((businesses.data?.rows ?? []).map((row) => [row.business, words(row.businessTitle)]))
  if (rule && rule.business !== '*' && !found.has(rule.business)) found.set(rule.business, rule.business)
  const [centres, setCentres] = useState<Centres>(() => Object.fromEntries(rule?.people.map(({ id, centre }) => [id, centre]) ?? [])) // biome-ignore format: one row
  const by = Form.useWatch('by', form)
  const named = Form.useWatch('people', form) ?? []
  const store = ({ people: named = [], areaCode = '', most = null, ...filled }: Filled) =>
    save.mutate(
      {
        ...{ ...filled, areaCode, most, isOn: rule?.isOn ?? true },
        ...(rule && { id: rule.id }),
        people: named.map((id) => ({ id, centre: centres[id] ?? null })),
      },
      { onSuccess: onClose },
    )
  const start: Filled = rule
    ? { ...rule, people: rule.people.map(({ id }) => id) }
    : { title: '', business: '*', areaCode: '', by: 'load', most: null }
  return (
    <Modal
      open
      title={t(rule ? 'fieldwork.dispatch.rule.save' : 'fieldwork.dispatch.rule.new')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <RefusalNotice error={save.error} />
      <Form form={form} layout="vertical" initialValues={start} onFinish={store}>
        <Form.Item
          name="title"
          label={t('fieldwork.dispatch.rule.title')}
          rules={[{ required: true, whitespace: true, message: t('fieldwork.dispatch.rule.title.wanted') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="areaCode" label={t('fieldwork.dispatch.area')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('fieldwork.dispatch.everywhere') },
              ...areas.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </Form.Item>
        <Form.Item name="business" label={t('fieldwork.dispatch.business')}>
          <Select
            options={[
              { value: '*', label: t('fieldwork.dispatch.rule.everyBusiness') },
              ...[...found].map(([value, label]) => ({ value, label })),
            ]}
          />
        </Form.Item>
        <Form.Item name="by" label={t('fieldwork.dispatch.rule.by')}>
          <Select
            options={(['load', 'nearest', 'turn'] as const).map((value) => ({
              value,
              label: t(`fieldwork.dispatch.rule.by.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="people"
          label={t('fieldwork.dispatch.people')}
          extra={t('fieldwork.dispatch.rule.people.help')}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {by === 'nearest' && (
          <Form.Item label={t('fieldwork.dispatch.centre')}>
            <CentrePicker
              people={people.filter(({ id }) => named.includes(id))}
              centres={centres}
              onChange={setCentres}
            />
          </Form.Item>
        )}
        <Form.Item
          name="most"
          label={t('fieldwork.dispatch.rule.most.label')}
          extra={t('fieldwork.dispatch.rule.most.help')}
        >
          <InputNumber min={1} max={100000} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
