import { Button, Mentions } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { scopeOfHandled } from '../acts/case-acts.tsx'

/** 评论: a talk beside the opinions; «@» mentions people, who are told. */
export function CaseTalk({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const { can } = useSession()
  return (
    <>
      {view.comments.length === 0 && <EmptyState small title={t('talk.none')} next={t('talk.none.next')} />}
      <ol className="opinions">
        {view.comments.map((comment) => (
          <li key={comment.id} className="opinion">
            <div className="opinion-head">
              <strong>{comment.by.name}</strong>
              <time className="quiet number opinion-time" dateTime={comment.at}>
                {instant(comment.at)}
              </time>
            </div>
            <p className="opinion-text">{comment.text}</p>
          </li>
        ))}
      </ol>
      {can('casework.comment.add', scopeOfHandled(view)) && <TalkInput caseId={view.id} />}
    </>
  )
}

function TalkInput({ caseId }: { caseId: string }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [searched, setSearched] = useState<string | null>(null)
  const [named, setNamed] = useState<Record<string, string>>({})
  const asked = useDeferredValue(searched ?? '')
  const people = useAsk('casework.comment.people', { caseId, text: asked }, { enabled: searched !== null, keep: true })
  const options = (people.data?.rows ?? []).map(({ id, name, organisation }) => ({
    key: id,
    value: name,
    label: `${name} · ${organisation}`,
  }))
  const { mutate, isPending, error } = useCall('casework.comment.add')
  const mentions = [...new Set(Object.entries(named).flatMap(([name, id]) => (text.includes(`@${name}`) ? [id] : [])))]
  const send = () =>
    mutate({ caseId, text: text.trim(), ...(mentions.length > 0 && { mentions }) }, { onSuccess: () => setText('') })
  return (
    <div className="talk-input">
      <Mentions
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        maxLength={2000}
        aria-label={t('talk.say')}
        placeholder={t('talk.hint')}
        loading={people.isFetching}
        onSearch={setSearched}
        onChange={setText}
        // Two colleagues may share a name: the key tells them apart, with the option's place behind it.
        onSelect={({ key }) => {
          const one = options.find((option) => String(key).startsWith(option.key))
          if (one) setNamed({ ...named, [one.value]: one.key })
        }}
        filterOption={false}
        options={options}
      />
      <RefusalNotice error={error} />
      <Button type="primary" disabled={text.trim() === ''} loading={isPending} onClick={send}>
        {t('talk.send')}
      </Button>
    </div>
  )
}
