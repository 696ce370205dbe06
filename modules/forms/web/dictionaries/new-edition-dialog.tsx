import { Form, Input, Modal } from 'antd'
import { useNavigate } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'

type Filled = { scheme: string; edition: string; zh: string; en?: string; source: string }
type Props = {
  /** The edition whose items the new one begins with. */
  of?: { scheme: string; edition: string; title: { zh: string; en: string } }
  onClose: () => void
}

/** A new code table, or the next edition of one. */
export function NewEditionDialog({ of, onClose }: Props) {
  const { t } = useTexts()
  const go = useNavigate()
  const [form] = Form.useForm<Filled>()
  const begin = useCall('forms.dictionary.begin')
  const send = ({ scheme, edition, zh, en, source }: Filled) =>
    begin.mutate(
      { scheme, edition, title: { zh, en: en || zh }, source, ...(of && { copyOf: of.edition }) },
      { onSuccess: () => void go(`/dictionaries/${scheme}/${edition}`) },
    )
  const needed = { required: true, whitespace: true, message: t('forms.required') }
  return (
    <Modal
      open
      title={of ? t('dictionaries.next', { title: of.title.zh, edition: of.edition }) : t('forms.dictionary.begin')}
      okText={t('forms.new.begin')}
      confirmLoading={begin.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={of && { scheme: of.scheme, zh: of.title.zh, en: of.title.en }}
        onFinish={send}
      >
        <Form.Item name="zh" label={t('forms.title.zh')} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="en" label={t('forms.title.en')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="scheme"
          label={t('dictionaries.scheme')}
          rules={[{ required: true, pattern: /^[A-Za-z][A-Za-z0-9._-]*$/, message: t('dictionaries.scheme.hint') }]}
        >
          <Input maxLength={40} disabled={of !== undefined} placeholder="survey-organisations" />
        </Form.Item>
        <Form.Item
          name="edition"
          label={t('dictionaries.edition')}
          rules={[{ required: true, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, message: t('dictionaries.edition.hint') }]}
        >
          <Input maxLength={20} placeholder="2026" />
        </Form.Item>
        <Form.Item name="source" label={t('dictionaries.source')} rules={[needed]}>
          <Input maxLength={300} placeholder={t('dictionaries.source.hint')} />
        </Form.Item>
      </Form>
      <RefusalNotice error={begin.error} />
    </Modal>
  )
}
