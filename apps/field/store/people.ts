import type { Person } from '../../../kernel/identity/can.ts'
import { send } from '../../ui/api.ts'
import { ProblemError } from '../../ui/problem.ts'
import { phoneId } from '../home/phone-id.ts'
import { fieldDatabase, type KeptPerson } from './field-database.ts'
import { lockVault, openBySignIn, openVault } from './vault/vault.ts'

const KEPT_UNDER = 'yutu.field.person'
type Session = { person: Person | null }

/** Who works on this phone. Without a network it is whoever was signed in last: the work goes on. */
export async function whoWorksHere(): Promise<KeptPerson | null> {
  try {
    const { person } = await send<Session>('session', '/api/session', {})
    return person ? await opened(await remember(person)) : null
  } catch (error) {
    if (error instanceof ProblemError && error.status !== 0) throw error
    const person = await remembered()
    return person && opened(person)
  }
}

export async function signIn(by: { link: string } | { login: string; password: string }): Promise<KeptPerson | null> {
  const { person } = await send<Session>('session.start', '/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...by, device: phoneId() }),
  })
  if (!person) return null
  const known = await remember(person)
  await openBySignIn(known.id)
  return known
}

/** Signs out; what is kept for this person stays and is sent when they sign in again. */
export async function signOut(): Promise<void> {
  const id = localStorage.getItem(KEPT_UNDER)
  if (id) await lockVault(id)
  localStorage.removeItem(KEPT_UNDER)
  await send<Session>('session.end', '/api/session', { method: 'DELETE' })
}

/** What is kept here is opened as far as it goes without asking; else the page asks (lock/lock-page.tsx). */
async function opened(person: KeptPerson): Promise<KeptPerson> {
  await openVault(person.id)
  return person
}

async function remember({ id, name, organisation }: Person): Promise<KeptPerson> {
  const person = { id, name, organisation: organisation.name }
  await (await fieldDatabase()).put('people', person)
  localStorage.setItem(KEPT_UNDER, id)
  return person
}

async function remembered(): Promise<KeptPerson | null> {
  const id = localStorage.getItem(KEPT_UNDER)
  return (id && (await (await fieldDatabase()).get('people', id))) || null
}
