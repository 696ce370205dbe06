import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Page } from '../../ui/components/page.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../ui/components/section.tsx'
import { StatusDot } from '../../ui/components/status-dot.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { useAreaNames } from '../../ui/use-areas.ts'
import './administration.css'
import { OwnSignature } from './own-signature.tsx'
import { useBusinessName } from './use-business-name.ts'
import { useRoleTitle } from './use-role-title.ts'

type Typed = { current?: string; password: string; again: string }

/** One's own account: set a password (whoever came by a link has none yet), see one's rights. */
export default function AccountPage() {
  const { t } = useTexts()
  const { person, can } = useSession()
  const [form] = Form.useForm<Typed>()
  const [isDone, setDone] = useState(false)
  const { mutate, isPending, error } = useCall('administration.password.set')
  const done = () => {
    form.resetFields()
    setDone(true)
  }
  const set = ({ password, current }: Typed) => mutate({ password, current: current || undefined }, { onSuccess: done })
  const areaName = useAreaNames()
  const businessName = useBusinessName()
  const roleTitle = useRoleTitle()
  const rights = person?.rights.map(
    ({ role, area, business }) =>
      [
        roleTitle(role),
        [area ? areaName(area) : t('administration.grant.everywhere'), businessName(business)].join(' · '),
      ] as const,
  )
  return (
    <Page title={t('account.title')}>
      <div className="card card-pad account">
        <Section title={t('administration.password.set')}>
          <Form<Typed>
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={set}
            onValuesChange={() => setDone(false)}
          >
            <input type="text" name="username" autoComplete="username" value={person?.login ?? ''} readOnly hidden />
            <Form.Item name="current" label={t('account.password.current')}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('account.password')}
              rules={[{ required: true, message: t('forms.required') }]}
            >
              <Input.Password autoComplete="new-password" />
            </Form.Item>
            <Form.Item
              name="again"
              label={t('account.password.again')}
              dependencies={['password']}
              rules={[
                { required: true, message: t('forms.required') },
                {
                  validator: async (_, again) =>
                    again &&
                    again !== form.getFieldValue('password') &&
                    Promise.reject(new Error(t('account.password.differs'))),
                },
              ]}
            >
              <Input.Password autoComplete="new-password" />
            </Form.Item>
            <RefusalNotice error={error} />
            {isDone && <StatusDot tone="good">{t('account.password.done')}</StatusDot>}
            <Button type="primary" htmlType="submit" loading={isPending} style={{ marginTop: 8 }}>
              {t('administration.password.set')}
            </Button>
          </Form>
        </Section>
        {can('casework.signature.own') && (
          <Section title={t('signature.own')}>
            <OwnSignature />
          </Section>
        )}
        <Section title={t('account.rights')}>
          <Facts rows={rights ?? []} />
        </Section>
      </div>
    </Page>
  )
}
