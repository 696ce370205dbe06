import type { DataKeys } from '../../../../modules/fieldwork/rules/sealing/keys.ts'

/** What is kept here is sealed and its key is not at hand: the page asks for the PIN or a sign-in. */
export class Locked extends Error {
  constructor() {
    super('what is kept on this phone is locked')
  }
}

let open: { person: string; keys: DataKeys } | undefined
const listeners = new Set<() => void>()

/** In memory only: gone with the page. Throws Locked. */
export function openKeys(): DataKeys {
  if (!open) throw new Locked()
  return open.keys
}

export const isOpenFor = (person: string): boolean => open?.person === person

export function holdKeys(person: string, keys: DataKeys): void {
  open = { person, keys }
  for (const tell of listeners) tell()
}

export function forgetKeys(): void {
  open = undefined
  for (const tell of listeners) tell()
}

/** For useSyncExternalStore. */
export function onKeysChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
