import { Form, Input, Modal, Select } from 'antd'
import type { VerbInput } from '../../../../apps/ui/api-types.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'

type Filled = VerbInput<'approvals.project.register'>
type Props = { first?: Partial<Filled>; onClose: () => void; onDone: (code: string) => void }

/** GB/T 4754 divisions a county’s projects are mostly of. */
const INDUSTRIES = ['01', '03', '05', '44', '47', '48', '54', '55', '70', '76', '77', '83', '84', '89']

/** 统一赋码: what a project is called, whose it is and where; the code is given at once. */
export function RegisterDialog({ first, onClose, onDone }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm<Filled>()
  const register = useCall('approvals.project.register')
  const areas = useAreas().map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  const send = ({ ownerCode, investmentCode, ...filled }: Filled) =>
    register.mutate(
      { ...filled, ...(ownerCode && { ownerCode }), ...(investmentCode && { investmentCode }) },
      {
        onSuccess: ({ code }) => {
          onDone(code)
          onClose()
        },
      },
    )
  const must = [{ required: true }]
  return (
    <Modal
      open
      title={t('approvals.project.register')}
      okText={t('approvals.project.giveCode')}
      confirmLoading={register.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('approvals.project.rule')}</p>
      <Form<Filled> form={form} layout="vertical" initialValues={first ?? {}} onFinish={send}>
        <Form.Item name="name" label={t('approvals.project.name')} rules={must}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="ownerName" label={t('approvals.project.owner')} rules={must}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="ownerCode" label={t('approvals.applicant.code')}>
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item name="areaCode" label={t('approvals.case.area')} rules={must}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={areas} />
        </Form.Item>
        <Form.Item name="industry" label={t('approvals.project.industry')} rules={must}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={INDUSTRIES.map((value) => ({ value, label: `${value} ${t(`approvals.industry.${value}`)}` }))}
          />
        </Form.Item>
        <Form.Item
          name="investmentCode"
          label={t('approvals.project.investmentCode')}
          rules={[{ pattern: /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/, message: t('approvals.project.investmentCode.rule') }]}
        >
          <Input placeholder="2026-610799-83-01-123456" />
        </Form.Item>
        <RefusalNotice error={register.error} />
      </Form>
    </Modal>
  )
}
