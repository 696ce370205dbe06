import { Form, Input, Modal, Select } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import type { NewsRow } from './news-row.ts'
import { useOrganisationChoices } from './use-audience.ts'

type Typed = { title: string; body: string; organisations: string[]; areas: string[] }

/** Writes news, or changes it while it is not out; what is out is only read. */
export function NewsDialog({ news, onClose }: { news: NewsRow | null; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Typed>()
  const organisations = useOrganisationChoices()
  const areas = useAreas()
  const { mutate, isPending, error } = useCall('messages.news.save')
  const isOut = news !== null && news.publishedAt !== null && news.withdrawnAt === null
  const save = (typed: Typed) => mutate({ ...(news && { id: news.id }), ...typed }, { onSuccess: onClose })
  const required = { required: true, whitespace: true, message: t('forms.required') }
  return (
    <Modal
      open
      width={680}
      title={t(news ? 'messages.news.save' : 'messages.news.write')}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: isOut }}
      confirmLoading={isPending}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        disabled={isOut}
        initialValues={news ?? { organisations: [], areas: [] }}
        onFinish={save}
      >
        <Form.Item name="title" label={t('messages.news.title')} rules={[required]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="body" label={t('messages.news.body')} rules={[required]}>
          <Input.TextArea rows={10} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="organisations" label={t('messages.news.byOrganisation')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(organisations.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="areas" label={t('messages.news.byArea')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={areas.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <RefusalNotice error={error} />
      </Form>
    </Modal>
  )
}
