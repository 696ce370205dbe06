import { Button, Form, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'
import { Contours } from './contours.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import './entrance.css'

type Typed = { login: string; password: string }

/** By password, or by a one-time link (/sign-in?link=…), which a click uses up: link previews must not. */
export function SignIn() {
  const { t } = useTexts()
  const { person } = useSession()
  const [params] = useSearchParams()
  const from = params.get('from') ?? '/'
  if (person) return <Navigate to={from.startsWith('/') && !from.startsWith('//') ? from : '/'} replace />
  const link = params.get('link')
  return (
    <main className="entrance">
      <section className="entrance-picture">
        <Contours />
        <div className="entrance-words">
          <h1>
            {t('web.name')} · {t('web.title')}
          </h1>
          <p>{t('session.slogan')}</p>
        </div>
      </section>
      <section className="entrance-card">
        <div className="entrance-language">
          <LanguageSwitch />
        </div>
        {link ? <LinkForm link={link} /> : <PasswordForm />}
      </section>
    </main>
  )
}

function useSignIn() {
  const { signIn } = useSession()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const start = (by: Parameters<typeof signIn>[0]) => {
    setBusy(true)
    setError(undefined)
    signIn(by)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { start, error, isBusy }
}

function PasswordForm() {
  const { t } = useTexts()
  const { start, error, isBusy } = useSignIn()
  return (
    <>
      <h2>{t('session.start')}</h2>
      <Form<Typed> layout="vertical" requiredMark={false} onFinish={start}>
        <Form.Item
          name="login"
          label={t('session.login')}
          rules={[{ required: true, message: t('session.login.missing') }]}
        >
          <Input size="large" autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session.password')}
          rules={[{ required: true, message: t('session.password.missing') }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <RefusalNotice error={error} />
        <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
          {t('session.start')}
        </Button>
      </Form>
      <p className="entrance-help">{t('session.help')}</p>
    </>
  )
}

function LinkForm({ link }: { link: string }) {
  const { t } = useTexts()
  const { start, error, isBusy } = useSignIn()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <>
      <h2>{t('session.link.title')}</h2>
      <p>{t('session.link.explain')}</p>
      <RefusalNotice error={error} />
      <p style={{ marginTop: 16 }}>
        <Button ref={button} type="primary" size="large" block loading={isBusy} onClick={() => start({ link })}>
          {t('session.start')}
        </Button>
      </p>
      <p className="entrance-help">
        <a href="/sign-in">{t('session.password.instead')}</a>
      </p>
    </>
  )
}
