import { Form, Input, Modal, Radio, Select } from 'antd'
import { useNavigate } from 'react-router'
import { ask } from '../../../../apps/ui/api.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import type { FormDefinition } from '../../../../kernel/forms/definition.ts'

type Filled = { key: string; zh: string; en?: string; from: 'nothing' | 'copy'; source?: string }

/** A form from nothing, or with the fields of another. */
export function NewFormDialog({ onClose }: { onClose: () => void }) {
  const { t, words } = useTexts()
  const go = useNavigate()
  const [form] = Form.useForm<Filled>()
  const from = Form.useWatch('from', form)
  const forms = useAsk('forms.form.list', { pageSize: 200, state: 'published' }, { enabled: from === 'copy' })
  const save = useCall('forms.draft.save')
  const begin = async ({ key, zh, en, source }: Filled) => {
    const row = source ? forms.data?.rows.find((one) => one.key === source) : undefined
    const copied = row?.version
      ? await ask<FormDefinition>('forms.form.version', { key: row.key, version: row.version })
      : { fields: [] }
    const definition = { ...copied, key, version: 0, title: { zh, en: en || zh } }
    await save.mutateAsync({ definition: definition as never, revision: 0 })
    await go(`/forms/${key}`)
  }
  return (
    <Modal
      open
      title={t('forms.new')}
      okText={t('forms.new.begin')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: 'nothing' }}
        onFinish={(filled) => void begin(filled).catch(() => undefined)}
      >
        <Form.Item
          name="zh"
          label={t('forms.title.zh')}
          rules={[{ required: true, whitespace: true, message: t('forms.required') }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="en" label={t('forms.title.en')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="key"
          label={t('forms.key')}
          extra={t('forms.key.hint')}
          rules={[{ required: true, pattern: /^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$/, message: t('forms.key.hint') }]}
        >
          <Input maxLength={60} placeholder="approvals.application" />
        </Form.Item>
        <Form.Item name="from" label={t('forms.new.from')}>
          <Radio.Group
            options={[
              { value: 'nothing', label: t('forms.new.nothing') },
              { value: 'copy', label: t('forms.new.copy') },
            ]}
          />
        </Form.Item>
        {from === 'copy' && (
          <Form.Item
            name="source"
            label={t('forms.new.source')}
            rules={[{ required: true, message: t('forms.required') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={
                forms.data?.rows.map((row) => ({ value: row.key, label: `${words(row.title)} ${row.key}` })) ?? []
              }
            />
          </Form.Item>
        )}
      </Form>
      <RefusalNotice error={save.error} />
    </Modal>
  )
}
