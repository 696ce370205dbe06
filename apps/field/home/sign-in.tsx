import { type FormEvent, useEffect, useState } from 'react'
import { changeLanguage } from '../../ui/i18n/setup.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../ui/problem.ts'
import { Notice } from '../parts/notice.tsx'
import type { KeptPerson } from '../store/field-database.ts'
import { signIn } from '../store/people.ts'
import { Register } from './register.tsx'
import { forgetRegistration } from './registration.ts'
import { RegistrationNote } from './registration-note.tsx'

/** By the one-time link an administrator sent, or by name and password. */
export function SignIn({ onSignedIn }: { onSignedIn: (person: KeptPerson) => void }) {
  const { t, language } = useTexts()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isRegistering, setRegistering] = useState(false)
  const [round, setRound] = useState(0)
  const [link, setLink] = useState(() => new URLSearchParams(location.search).get('link'))
  const enter = async (by: Parameters<typeof signIn>[0]) => {
    setBusy(true)
    setProblem(null)
    try {
      const person = await signIn(by)
      history.replaceState(null, '', '/field/')
      forgetRegistration()
      if (person) onSignedIn(person)
    } catch (error) {
      setProblem(asProblem(error))
      setLink(null)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    void enter({ login: String(filled.get('login')), password: String(filled.get('password')) })
  }
  useEffect(() => {
    document.title = t('field.title')
  }, [t])
  const leave = () => {
    setRegistering(false)
    setRound(round + 1)
  }
  if (isRegistering) return <Register onDone={leave} onBack={leave} />
  return (
    <main className="sign-in">
      <h1>{t('field.title')}</h1>
      <p>{t('field.slogan')}</p>
      <RegistrationNote round={round} />
      {problem && <Notice problem={problem} />}
      {link ? (
        <button type="button" className="button button-main" disabled={isBusy} onClick={() => void enter({ link })}>
          {t('session.link.title')}
        </button>
      ) : (
        <form onSubmit={submit}>
          <label>
            {t('session.login')}
            <input name="login" autoComplete="username" autoCapitalize="none" required />
          </label>
          <label>
            {t('session.password')}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <button type="submit" className="button button-main" disabled={isBusy}>
            {t('session.start')}
          </button>
          <p className="quiet">{t('session.help')}</p>
        </form>
      )}
      <button type="button" className="button" onClick={() => setRegistering(true)}>
        {t('field.register.title')}
      </button>
      <button type="button" className="button-plain" onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
        {language === 'zh' ? 'English' : '中文'}
      </button>
    </main>
  )
}
