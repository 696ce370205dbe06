import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { DayInput } from '../../../../apps/ui/components/day-input.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { Party } from '../../../../kernel/forms/definition.ts'
import type { DictionaryItem } from '../../../../kernel/forms/dictionary.ts'
import type { EditionView } from './edition-view.ts'
import { OrganisationChoice } from './organisation-choice.tsx'

type Filled = {
  code: string
  zh: string
  en?: string
  parent?: string
  isHeading?: boolean
  validFrom?: string
  validUntil?: string
  organisation?: Party | null
}
type Props = { view: EditionView; item: DictionaryItem | null; onClose: () => void }

/** One item of an edition that is not published yet: new, changed, or taken out. */
export function ItemDialog({ view, item, onClose }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm<Filled>()
  const change = useCall('forms.dictionary.change')
  const { scheme, edition } = view
  const send = (put: DictionaryItem[], remove: string[]) =>
    change.mutate({ scheme, edition, put, remove }, { onSuccess: onClose })
  const needed = { required: true, whitespace: true, message: t('forms.required') }
  return (
    <Modal
      open
      title={item ? `${item.code} ${item.title.zh}` : t('dictionaries.item.add')}
      onOk={form.submit}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onCancel={onClose}
      footer={(buttons) => (
        <>
          {item && (
            <Button danger onClick={() => send([], [item.code])}>
              {t('dictionaries.item.remove')}
            </Button>
          )}
          {buttons}
        </>
      )}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={item ? { ...item, ...item.title, isHeading: item.usable === false } : {}}
        onFinish={(filled) => send([itemOf(filled)], [])}
      >
        <Form.Item name="code" label={t('dictionaries.item.code')} rules={[needed]}>
          <Input maxLength={60} disabled={item !== null} />
        </Form.Item>
        <Form.Item name="zh" label={t('forms.title.zh')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="en" label={t('forms.title.en')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="parent" label={t('dictionaries.item.parent')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="isHeading" valuePropName="checked">
          <Checkbox>{t('dictionaries.item.isHeading')}</Checkbox>
        </Form.Item>
        <div className="property-pair">
          <Form.Item name="validFrom" label={t('dictionaries.item.validFrom')} valuePropName="value">
            <DayInput value={undefined} onChange={() => undefined} width="100%" />
          </Form.Item>
          <Form.Item name="validUntil" label={t('dictionaries.item.validUntil')} valuePropName="value">
            <DayInput value={undefined} onChange={() => undefined} width="100%" />
          </Form.Item>
        </div>
        <Form.Item
          name="organisation"
          label={t('dictionaries.item.organisation')}
          extra={t('dictionaries.item.organisation.hint')}
        >
          <OrganisationChoice />
        </Form.Item>
      </Form>
      <RefusalNotice error={change.error} />
    </Modal>
  )
}

const itemOf = ({ code, zh, en, parent, isHeading, validFrom, validUntil, organisation }: Filled): DictionaryItem => ({
  code: code.trim(),
  title: { zh: zh.trim(), en: en?.trim() || zh.trim() },
  ...(parent?.trim() && { parent: parent.trim() }),
  ...(isHeading && { usable: false as const }),
  ...(validFrom && { validFrom }),
  ...(validUntil && { validUntil }),
  ...(organisation && { organisation }),
})
