import { ask, call } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { changeInbox, readInbox } from './kept-inbox.ts'

const PULLED = 200

/** Tells the server what was read and deleted here, then takes the inbox as it has it. Throws ProblemError when the way is cut. */
export async function pullInbox(person: string): Promise<void> {
  const { readHere, deletedHere } = await readInbox(person)
  if (readHere.length > 0) await call('messages.inbox.read', { which: { ids: readHere } })
  if (deletedHere.length > 0) await call('messages.inbox.delete', { which: { ids: deletedHere } })
  const { items } = await ask<AnswerOf<'messages.inbox.list'>>('messages.inbox.list', { limit: PULLED })
  await changeInbox(person, (inbox) => ({
    items,
    readHere: inbox.readHere.filter((id) => !readHere.includes(id)),
    deletedHere: inbox.deletedHere.filter((id) => !deletedHere.includes(id)),
    pulledAt: Date.now(),
  }))
}

/** Read here at once, told to the server as soon as it can be. */
export async function readMessages(person: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await changeInbox(person, (inbox) => ({ ...inbox, readHere: [...new Set([...inbox.readHere, ...ids])] }))
  await pullInbox(person).catch(() => undefined)
}

export async function removeMessages(person: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await changeInbox(person, (inbox) => ({ ...inbox, deletedHere: [...new Set([...inbox.deletedHere, ...ids])] }))
  await pullInbox(person).catch(() => undefined)
}
