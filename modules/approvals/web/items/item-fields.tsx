import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { APPLICANT_KINDS, ITEM_KINDS } from '../../rules/item.ts'
import { STAGES } from '../../rules/stages.ts'

/** The hint shows names in braces, which are also how texts are filled in: each stands for itself. */
const RESULT_NAMES = Object.fromEntries(
  ['applicant', 'number', 'place', 'validUntil', 'bureau', 'decidedOn'].map((name) => [name, `{${name}}`]),
)

/** Everything of an item but its materials. */
export function ItemFields({ isNew }: { isNew: boolean }) {
  const { t, words, said } = useTexts()
  const { data } = useAsk('approvals.item.choices')
  const organisations = data?.organisations.map(({ code, name }) => ({ value: code, label: name })) ?? []
  const processes = data?.processes.map(({ key, title }) => ({ value: key, label: words(title) })) ?? []
  const rules = data?.rules.map(({ key, title }) => ({ value: key, label: said(title) })) ?? []
  const listed = (keys: readonly string[], prefix: string) =>
    keys.map((value) => ({ value, label: t(`${prefix}.${value}`) }))
  const must = [{ required: true }]
  return (
    <div className="item-fields">
      <Form.Item
        name="code"
        label={t('approvals.item.code')}
        rules={[{ required: true, pattern: /^[A-Z][A-Z0-9-]{1,19}$/, message: t('approvals.item.code.rule') }]}
      >
        <Input disabled={!isNew} maxLength={20} />
      </Form.Item>
      <Form.Item name={['title', 'zh']} label={t('approvals.item.titleZh')} rules={must}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['title', 'en']} label={t('approvals.item.titleEn')} rules={must}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('approvals.item.kind')} rules={must}>
        <Select options={listed(ITEM_KINDS, 'approvals.kind')} />
      </Form.Item>
      <Form.Item name="process" label={t('approvals.item.process')} rules={must}>
        <Select options={processes} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="organisation" label={t('approvals.item.organisation')}>
        <Select
          options={[{ value: '', label: t('approvals.item.window') }, ...organisations]}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="promisedDays" label={t('approvals.item.promisedDays')} rules={must}>
        <InputNumber min={1} max={365} precision={0} suffix={t('approvals.days')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="legalDays" label={t('approvals.item.legalDays')} extra={t('approvals.item.legalDays.hint')}>
        <InputNumber min={1} max={365} precision={0} suffix={t('approvals.days')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="validity" label={t('approvals.item.validity')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="applicants" label={t('approvals.item.applicants')} rules={must}>
        <Select mode="multiple" options={listed(APPLICANT_KINDS, 'approvals.applicant')} />
      </Form.Item>
      <Form.Item name="cosigners" label={t('approvals.item.cosigners')}>
        <Select mode="multiple" options={organisations} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="stage" label={t('approvals.item.stage')}>
        <Select allowClear options={listed(STAGES, 'approvals.stage')} />
      </Form.Item>
      <Form.Item name="requires" label={t('approvals.item.requires')}>
        <Select mode="multiple" options={listed(STAGES, 'approvals.stage')} />
      </Form.Item>
      <Form.Item name="rules" label={t('approvals.item.rules')} extra={t('approvals.item.rules.hint')}>
        <Select mode="multiple" options={rules} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="needsScope" label={t('approvals.item.needsScope')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="open" label={t('approvals.item.open')} valuePropName="checked">
        <Switch checkedChildren={t('approvals.item.isOpen')} unCheckedChildren={t('approvals.item.isClosed')} />
      </Form.Item>
      <Form.Item
        className="item-field-wide"
        name="legalBasis"
        label={t('approvals.item.legalBasis')}
        extra={t('approvals.item.legalBasis.hint')}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="resultTitle" label={t('approvals.item.result')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        className="item-field-wide"
        name="resultLines"
        label={t('approvals.item.result.lines')}
        extra={t('approvals.item.result.hint', RESULT_NAMES)}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
    </div>
  )
}
