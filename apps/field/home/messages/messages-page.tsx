import { useState } from 'react'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TabBar } from '../../parts/tab-bar.tsx'
import { TopBar } from '../../parts/top-bar.tsx'
import { isUnread, type KeptInbox, shownMessages, useInbox } from './kept-inbox.ts'
import { KindTabs } from './kind-tabs.tsx'
import { MessageRow } from './message-row.tsx'
import { readMessages, removeMessages } from './pull-inbox.ts'
import './messages.css'

const EMPTY: KeptInbox = { items: [], readHere: [], deletedHere: [], pulledAt: 0 }

/** 消息 (SH098, SH099): an overview by kind with what is unread, the list, what they open; read and deleted one by one or together. */
export function MessagesPage({ person, sync, parts }: PageProps) {
  const { t } = useTexts()
  const inbox = useInbox(person.id) ?? EMPTY
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const kind = parts[0] || null
  const unread = isUnread(inbox)
  const all = shownMessages(inbox)
  const rows = all.filter((message) => kind === null || message.kind === kind)
  const newOnes = rows.filter(unread).map(({ id }) => id)
  const toggle = (id: string) => setChosen((before) => toggled(before ?? new Set(), id))
  const remove = () => {
    void removeMessages(person.id, [...(chosen ?? [])])
    setChosen(null)
  }
  return (
    <>
      <TopBar title={t('field.tab.messages')} sync={sync} />
      <KindTabs all={all} isUnread={unread} kind={kind} />
      <main className="list">
        {sync.at === 'cut' && inbox.pulledAt > 0 && (
          <p className="banner">
            {t('field.messages.offline', { at: instant(new Date(inbox.pulledAt).toISOString()) })}
          </p>
        )}
        {rows.length > 0 && (
          <div className="message-acts">
            <button
              type="button"
              className="button-plain"
              disabled={newOnes.length === 0}
              onClick={() => void readMessages(person.id, newOnes)}
            >
              {t('field.messages.readAll')}
            </button>
            <button type="button" className="button-plain" onClick={() => setChosen(chosen ? null : new Set())}>
              {t(chosen ? 'common.cancel' : 'field.messages.manage')}
            </button>
          </div>
        )}
        {rows.length === 0 && <EmptyNote title={t('field.messages.none')} next={t('field.messages.none.next')} />}
        <ul>
          {rows.map((message) => (
            <MessageRow
              key={message.id}
              person={person.id}
              message={message}
              isNew={unread(message)}
              chosen={chosen?.has(message.id)}
              onChoose={() => toggle(message.id)}
            />
          ))}
        </ul>
      </main>
      {chosen ? (
        <div className="message-bar">
          <button type="button" className="button" onClick={() => setChosen(new Set(rows.map(({ id }) => id)))}>
            {t('field.messages.all')}
          </button>
          <button type="button" className="button button-main" disabled={chosen.size === 0} onClick={remove}>
            {t('field.messages.remove', { count: chosen.size })}
          </button>
        </div>
      ) : (
        <TabBar at="messages" person={person} />
      )}
    </>
  )
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(chosen)
  if (!after.delete(id)) after.add(id)
  return after
}
