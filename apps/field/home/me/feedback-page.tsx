import { useEffect } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { useUnread } from '../messages/kept-inbox.ts'
import { useFetched } from '../use-fetched.ts'
import { FeedbackForm } from './feedback-form.tsx'
import '../home.css'

/** 我的反馈 (SH135): say what is wrong or wished for, and see what was answered. */
export function FeedbackPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const { data, problem, retry } = useFetched<AnswerOf<'messages.feedback.mine'>>(person.id, 'messages.feedback.mine')
  const unread = useUnread(person.id)
  // An answer comes as a message.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every message
  useEffect(retry, [unread])
  return (
    <>
      <TopBar title={t('field.me.feedback')} back="#/me" sync={sync} />
      <main className="list home">
        <FeedbackForm person={person.id} onGiven={retry} />
        <h2 className="section-name">{t('field.feedback.mine')}</h2>
        {problem && !data && <Notice problem={problem} onRetry={retry} />}
        {data?.rows.length === 0 && <EmptyNote title={t('field.feedback.none')} />}
        <ul>
          {data?.rows.map((one) => (
            <li key={one.id} className="message">
              <span className="message-head">
                <span className="message-kind">{t(`messages.feedback.kind.${one.kind}`)}</span>
                <span className={one.reply ? 'state state-submitted' : 'state'}>
                  {t(one.reply ? 'field.feedback.answered' : 'field.feedback.waiting')}
                </span>
              </span>
              <span className="message-text">{one.body}</span>
              {one.hasPicture && (
                <span className="picture-choice">
                  <img src={`/api/messages/feedback/${one.id}/picture`} alt={t('field.feedback.picture')} />
                </span>
              )}
              <span>{instant(one.at)}</span>
              {one.reply && (
                <span className="reply">
                  <strong>{one.repliedBy}</strong> {instant(one.repliedAt)}
                  <br />
                  {one.reply}
                </span>
              )}
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}
