import { Form, Input, Modal, Select } from 'antd'
import { DayInput } from '../../../../apps/ui/components/day-input.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { ProjectView } from '../answers.ts'

type Filled = { stage: ProjectView['stages'][number]['stage']; number: string; authority: string; decidedOn: string }

/** A stage another authority has decided (施工许可), by the number and the day of its document. */
export function MilestoneDialog({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Filled>()
  const record = useCall('approvals.project.recordMilestone')
  const stages = project.stages
    .filter(({ state }) => state !== 'done')
    .map(({ stage }) => ({ value: stage, label: t(`approvals.stage.${stage}`) }))
  const must = [{ required: true }]
  return (
    <Modal
      open
      title={t('approvals.milestone.record')}
      okText={t('approvals.milestone.save')}
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        initialValues={{ stage: 'construction' }}
        onFinish={(filled) => record.mutate({ project: project.code, ...filled }, { onSuccess: onClose })}
      >
        <Form.Item name="stage" label={t('approvals.item.stage')} rules={must}>
          <Select options={stages} />
        </Form.Item>
        <Form.Item name="number" label={t('approvals.milestone.number')} rules={must}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="authority" label={t('approvals.milestone.authority')} rules={must}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="decidedOn" label={t('approvals.milestone.decidedOn')} rules={must}>
          <DayField />
        </Form.Item>
        <RefusalNotice error={record.error} />
      </Form>
    </Modal>
  )
}

/** The platform's calendar as a form control. */
function DayField({
  id = '',
  value = '',
  onChange,
}: {
  id?: string
  value?: string
  onChange?: (day: string) => void
}) {
  return <DayInput id={id} value={value} width="100%" onChange={(day) => onChange?.(day ?? '')} />
}
