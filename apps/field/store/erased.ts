import { useSyncExternalStore } from 'react'

/** What became of a revoked phone, for as long as its page is open. */
let handed = 0
let isErased = false
const listeners = new Set<() => void>()

/** So many acts that were unsent are with the server now. */
export function noteHanded(count: number): void {
  handed += count
}

export function tellErased(): void {
  isErased = true
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** How much was handed over before this phone was erased; undefined while it is not. */
export const useErased = (): number | undefined => useSyncExternalStore(listen, () => (isErased ? handed : undefined))
