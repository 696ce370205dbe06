import { Button, Input, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { browserName } from '../../../../apps/ui/browser-name.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import '../messages.css'

type Feedback = AnswerOf<'messages.feedback.list'>['rows'][number]

/** 用户反馈: what came from the phones, those not answered first. */
export default function FeedbackPage() {
  const { t } = useTexts()
  const [which, setWhich] = useState<'open' | 'all'>('open')
  const { data, error, refetch } = useAsk('messages.feedback.list', { open: which === 'open' }, { keep: true })
  const options = (['open', 'all'] as const).map((value) => ({ value, label: t(`messages.feedback.${value}`) }))
  return (
    <Page title={t('messages.feedback.list')} note={t('messages.feedback.note')}>
      <div className="card card-fill">
        <div className="messages-kinds">
          <Segmented<'open' | 'all'> value={which} onChange={setWhich} options={options} />
        </div>
        <RefusalNotice error={error} onRetry={() => refetch()} />
        {!data && !error && <Skeleton active style={{ padding: 16 }} />}
        {data?.rows.length === 0 && (
          <EmptyState title={t('messages.feedback.empty')} next={t('messages.feedback.empty.next')} />
        )}
        <ul className="feedback-rows">
          {data?.rows.map((feedback) => (
            <Row key={feedback.id} feedback={feedback} />
          ))}
        </ul>
      </div>
    </Page>
  )
}

function Row({ feedback }: { feedback: Feedback }) {
  const { t } = useTexts()
  const { id, name, organisation, kind, body, hasPicture, client, at, reply, repliedAt, repliedBy } = feedback
  return (
    <li className="feedback-row">
      <span>
        <span className="tag">{t(`messages.feedback.kind.${kind}`)}</span> <strong>{name}</strong> {organisation}
      </span>
      <span className="quiet number">{instant(at)}</span>
      <span className="feedback-body">{body}</span>
      <span className="quiet">{client && browserName(client)}</span>
      {hasPicture && (
        <a href={`/api/messages/feedback/${id}/picture`} target="_blank" rel="noreferrer">
          <img
            className="feedback-picture"
            src={`/api/messages/feedback/${id}/picture`}
            alt={t('messages.feedback.picture')}
          />
        </a>
      )}
      {reply ? (
        <span className="feedback-reply">
          <strong>{repliedBy}</strong> <span className="quiet number">{instant(repliedAt)}</span>
          <br />
          {reply}
        </span>
      ) : (
        <Reply id={id} name={name} />
      )}
    </li>
  )
}

function Reply({ id, name }: { id: string; name: string }) {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const [reply, setReply] = useState('')
  const { mutate, isPending, error } = useCall('messages.feedback.answer')
  if (!isOpen)
    return (
      <span>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('messages.feedback.reply')}
        </Button>
      </span>
    )
  return (
    <span>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={4000}
        value={reply}
        onChange={(event) => setReply(event.target.value)}
        placeholder={t('messages.feedback.reply.placeholder', { name })}
        aria-label={t('messages.feedback.reply.placeholder', { name })}
      />
      <RefusalNotice error={error} />
      <Button
        type="primary"
        size="small"
        style={{ marginTop: 6 }}
        disabled={reply.trim() === ''}
        loading={isPending}
        onClick={() => mutate({ id, reply })}
      >
        {t('messages.feedback.send')}
      </Button>
    </span>
  )
}
