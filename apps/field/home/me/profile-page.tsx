import { type FormEvent, useState } from 'react'
import { call } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { useFetched } from '../use-fetched.ts'
import '../home.css'

type Profile = AnswerOf<'administration.profile.view'>

const OWN = ['nickname', 'phone', 'department', 'certificate'] as const
const GIVEN = ['login', 'name', 'organisation', 'title'] as const

/** 我的信息 (SH133): account, name and organisation are the administrator's, the rest is one's own. */
export function ProfilePage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const { data, problem, retry } = useFetched<Profile>(person.id, 'administration.profile.view')
  return (
    <>
      <TopBar title={t('field.me.profile')} back="#/me" sync={sync} />
      <main className="list home">
        {problem && !data && <Notice problem={problem} onRetry={retry} />}
        {data && (
          <>
            <ul className="rows">
              {GIVEN.map((name) => (
                <li key={name} className="row">
                  <span className="row-name">{t(`field.me.${name}`)}</span>
                  <span className="row-value">{data[name] ?? '—'}</span>
                </li>
              ))}
            </ul>
            <p className="quiet">{t('field.me.given')}</p>
            <OwnDetails profile={data} isCut={problem !== null} onSaved={retry} />
          </>
        )}
      </main>
    </>
  )
}

function OwnDetails({ profile, isCut, onSaved }: { profile: Profile; isCut: boolean; onSaved: () => void }) {
  const { t } = useTexts()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [state, setState] = useState<'typing' | 'busy' | 'saved'>('typing')
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    setState('busy')
    setProblem(null)
    try {
      await call(
        'administration.profile.save',
        Object.fromEntries(OWN.map((name) => [name, String(filled.get(name)).trim()])),
      )
      setState('saved')
      onSaved()
    } catch (error) {
      setProblem(asProblem(error))
      setState('typing')
    }
  }
  return (
    <form onSubmit={save} onChange={() => setState('typing')}>
      {OWN.map((name) => (
        <label key={name} className="field">
          {t(`field.me.${name}`)}
          <input
            name={name}
            defaultValue={profile[name] ?? ''}
            inputMode={name === 'phone' ? 'tel' : 'text'}
            maxLength={40}
          />
        </label>
      ))}
      {problem && <Notice problem={problem} />}
      {isCut && <p className="banner">{t('field.me.cut')}</p>}
      {state === 'saved' && <p role="status">{t('field.me.saved')}</p>}
      <button type="submit" className="button button-main wide" disabled={state === 'busy'}>
        {t('common.save')}
      </button>
    </form>
  )
}
