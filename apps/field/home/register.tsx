import { type FormEvent, useEffect, useState } from 'react'
import { send } from '../../ui/api.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem, ProblemError } from '../../ui/problem.ts'
import { Notice } from '../parts/notice.tsx'
import { keepRegistration } from './registration.ts'
import './home.css'

type Organisation = { id: string; name: string }
const TEXTS = ['name', 'login', 'phone'] as const

/** 移动用户注册 (SH136): who one is, where one belongs, why; then it waits for the organisation's administrator. */
export function Register({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { t } = useTexts()
  const [organisations, setOrganisations] = useState<Organisation[]>([])
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    send<{ rows: Organisation[] }>('registration.ask', '/api/registrations/organisations', {})
      .then(({ rows }) => setOrganisations(rows))
      .catch((error: unknown) => setProblem(asProblem(error)))
  }, [])
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const { again, ...asked } = filled
    if (again !== asked.password)
      return setProblem(new ProblemError('field.password.differs', 0, {}, 'registration.ask'))
    setBusy(true)
    setProblem(null)
    try {
      await keepRegistration(asked)
      onDone()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="sign-in register">
      <h1>{t('field.register.title')}</h1>
      <p>{t('field.register.why')}</p>
      <form onSubmit={(event) => void ask(event)}>
        {TEXTS.map((name) => (
          <label key={name}>
            {t(`field.register.${name}`)}
            <input
              name={name}
              required
              maxLength={32}
              autoCapitalize="none"
              inputMode={name === 'phone' ? 'tel' : 'text'}
              {...(name === 'login' && { pattern: '[a-z][a-z0-9._\\-]{2,31}', title: t('administration.login.rule') })}
            />
          </label>
        ))}
        <label>
          {t('field.register.organisation')}
          <select name="organisation" required defaultValue="">
            <option value="" disabled>
              {t('field.register.choose')}
            </option>
            {organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('field.register.reason')}
          <input name="reason" required maxLength={500} />
        </label>
        <label>
          {t('account.password')}
          <input name="password" type="password" autoComplete="new-password" required />
        </label>
        <label>
          {t('account.password.again')}
          <input name="again" type="password" autoComplete="new-password" required />
        </label>
        <p className="quiet">{t('field.password.rule')}</p>
        {problem && <Notice problem={problem} />}
        <button type="submit" className="button button-main" disabled={isBusy}>
          {t('field.register.ask')}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {t('common.back')}
        </button>
      </form>
    </main>
  )
}
