import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import { isOpenFor, onKeysChange } from '../vault/open-keys.ts'
import { hasPin, lockVault } from '../vault/vault.ts'

/** A phone that lies about unused locks itself after this. */
const IDLE_MS = 15 * 60_000
const SIGNS = ['pointerdown', 'keydown'] as const

/** Whether what this person keeps here can be read. With a PIN set, it locks itself when nobody touches it, but not in the middle of sending. */
export function useLock(person: string, isSending: RefObject<boolean>): boolean {
  const isOpen = useSyncExternalStore(onKeysChange, () => isOpenFor(person))
  useEffect(() => {
    let touched = Date.now()
    const touch = () => {
      touched = Date.now()
    }
    const look = async () => {
      if (Date.now() - touched < IDLE_MS || isSending.current || !(await hasPin(person))) return
      await lockVault(person)
    }
    const timer = setInterval(look, IDLE_MS / 15)
    for (const sign of SIGNS) addEventListener(sign, touch, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) removeEventListener(sign, touch)
      document.removeEventListener('visibilitychange', look)
    }
  }, [person, isSending])
  return isOpen
}
