import type { AnswerOf } from '../../../ui/api-types.ts'
import { keepThing, readThing, useThing } from '../../store/things.ts'

export type KeptMessage = AnswerOf<'messages.inbox.list'>['items'][number]

/** The inbox as it was pulled last, with what was read and deleted here and not yet told. */
export type KeptInbox = {
  items: KeptMessage[]
  readHere: string[]
  deletedHere: string[]
  pulledAt: number
}

const NAME = 'inbox'
const MOST = 300
const EMPTY: KeptInbox = { items: [], readHere: [], deletedHere: [], pulledAt: 0 }

export const readInbox = async (person: string): Promise<KeptInbox> =>
  (await readThing<KeptInbox>(person, NAME)) ?? EMPTY
export const useInbox = (person: string): KeptInbox | undefined => useThing<KeptInbox>(person, NAME)

/** One change at a time: a message that arrives must not be lost to one that is read. */
let last: Promise<unknown> = Promise.resolve()
export function changeInbox(person: string, change: (inbox: KeptInbox) => KeptInbox): Promise<void> {
  const next = last.then(async () => keepThing(person, NAME, change(await readInbox(person))))
  last = next.catch(() => undefined)
  return next
}

export const isUnread = (inbox: KeptInbox) => {
  const read = new Set(inbox.readHere)
  return ({ id, readAt }: KeptMessage) => readAt === null && !read.has(id)
}

/** What is to be shown: what was deleted here is gone at once. */
export function shownMessages(inbox: KeptInbox): KeptMessage[] {
  const gone = new Set(inbox.deletedHere)
  return inbox.items.filter(({ id }) => !gone.has(id))
}

export function useUnread(person: string): number {
  const inbox = useInbox(person)
  return inbox ? shownMessages(inbox).filter(isUnread(inbox)).length : 0
}

/** The newest first, each once; what the server says of one counts. */
export function withMessages(inbox: KeptInbox, messages: readonly KeptMessage[]): KeptInbox {
  const byId = new Map([...inbox.items, ...messages].map((message) => [message.id, message]))
  const items = [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, MOST)
  return { ...inbox, items }
}
