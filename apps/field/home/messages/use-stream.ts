import { useEffect, useState } from 'react'
import { listenToMessages } from '../../../ui/messages/message-stream.ts'
import { changeInbox, type KeptMessage, readInbox, withMessages } from './kept-inbox.ts'
import { pullInbox } from './pull-inbox.ts'

/** Messages after which the list of tasks is no longer what it was. */
const MOVES_TASKS = new Set(['task', 'returned', 'taken'])

/**
 * Keeps the inbox fresh while the page is open: pulled once the line stands, then message by message as the server sends them. Gives the
 * one that has just arrived; `onTasks` is called when tasks may have moved.
 */
export function useMessageStream(person: string, onTasks: () => void) {
  const [arrived, setArrived] = useState<KeptMessage | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one line a person; what it calls only counts up
  useEffect(() => {
    const pull = () => void pullInbox(person).catch(() => undefined)
    return listenToMessages((event) => {
      if (event.kind === 'open') pull()
      // Read or deleted on another page.
      else if (event.kind === 'unread') void differs(person, event.unread).then((isOld) => isOld && pull())
      else
        void takeIn(person, event.message).then((isNew) => {
          if (!isNew) return
          setArrived(event.message)
          if (MOVES_TASKS.has(event.message.kind)) onTasks()
        })
    })
  }, [person])
  return { arrived, dismiss: () => setArrived(null) }
}

async function takeIn(person: string, message: KeptMessage): Promise<boolean> {
  const isKnown = (await readInbox(person)).items.some(({ id }) => id === message.id)
  if (!isKnown) await changeInbox(person, (inbox) => withMessages(inbox, [message]))
  return !isKnown
}

async function differs(person: string, unread: number): Promise<boolean> {
  const { items } = await readInbox(person)
  return items.filter(({ readAt }) => readAt === null).length !== unread
}
