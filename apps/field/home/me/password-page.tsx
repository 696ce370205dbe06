import { type FormEvent, useState } from 'react'
import { call } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem, ProblemError } from '../../../ui/problem.ts'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { useFetched } from '../use-fetched.ts'
import '../home.css'

const DIFFERS = () => new ProblemError('field.password.differs', 0, {}, 'administration.password.set')

/** One's password: whoever has one names it first. */
export function PasswordPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const { data } = useFetched<AnswerOf<'administration.profile.view'>>(person.id, 'administration.profile.view')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isDone, setDone] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const filled = new FormData(form)
    const [current, password, again] = ['current', 'password', 'again'].map((name) => String(filled.get(name) ?? ''))
    setDone(false)
    setProblem(null)
    if (password !== again) return setProblem(DIFFERS())
    call('administration.password.set', { password, ...(current && { current }) })
      .then(() => {
        form.reset()
        setDone(true)
      })
      .catch((error: unknown) => setProblem(asProblem(error)))
  }
  return (
    <>
      <TopBar title={t('administration.password.set')} back="#/me" sync={sync} />
      <main className="list">
        <form onSubmit={submit}>
          <input type="text" name="username" autoComplete="username" value={data?.login ?? ''} readOnly hidden />
          {data?.hasPassword !== false && <Secret name="current" label={t('field.password.current')} old />}
          <Secret name="password" label={t('account.password')} />
          <Secret name="again" label={t('account.password.again')} />
          <p className="quiet">{t('field.password.rule')}</p>
          {problem && <Notice problem={problem} />}
          {isDone && <p role="status">{t('account.password.done')}</p>}
          <button type="submit" className="button button-main wide">
            {t('administration.password.set')}
          </button>
        </form>
      </main>
    </>
  )
}

function Secret({ name, label, old }: { name: string; label: string; old?: boolean }) {
  return (
    <label className="field">
      {label}
      <input name={name} type="password" autoComplete={old ? 'current-password' : 'new-password'} required />
    </label>
  )
}
