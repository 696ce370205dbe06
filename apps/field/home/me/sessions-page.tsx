import { useState } from 'react'
import { call } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { browserName } from '../../../ui/browser-name.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { phoneId } from '../phone-id.ts'
import { useFetched } from '../use-fetched.ts'
import '../home.css'

/** 登录设备: where one is signed in; anywhere else one may be signed out. */
export function SessionsPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const { data, problem, retry } = useFetched<AnswerOf<'administration.profile.view'>>(
    person.id,
    'administration.profile.view',
  )
  const [refused, setRefused] = useState<ProblemError | null>(null)
  const end = (id: string) =>
    call('administration.profile.endSession', { id })
      .then(retry)
      .catch((error: unknown) => setRefused(asProblem(error)))
  const here = phoneId()
  return (
    <>
      <TopBar title={t('field.me.sessions')} back="#/me" sync={sync} />
      <main className="list home">
        {problem && !data && <Notice problem={problem} onRetry={retry} />}
        {refused && <Notice problem={refused} />}
        <ul>
          {data?.sessions.map(({ id, agent, address, startedAt, device }) => (
            <li key={id} className="due">
              <span className="due-what">
                <strong>
                  {browserName(agent)}
                  {device === here && <span className="quiet">（{t('field.me.here')}）</span>}
                </strong>
                <span className="quiet">
                  {instant(startedAt)} · {address}
                </span>
              </span>
              {device !== here && (
                <button type="button" className="button-small" onClick={() => void end(id)}>
                  {t('field.me.end')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}
