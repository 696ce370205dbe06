import { useEffect, useSyncExternalStore } from 'react'
import { isExchanging } from '../../sync/exchange-lock.ts'
import { isErasing } from '../field-database.ts'
import { isOpenFor, onKeysChange } from '../vault/open-keys.ts'
import { hasPin, lockVault } from '../vault/vault.ts'

/** A phone that lies about unused locks itself after this. */
const IDLE_MS = 15 * 60_000
const SIGNS = ['pointerdown', 'keydown'] as const
/** When any tab was last touched: whoever works in one is not locked out by another. */
const TOUCHED = 'yutu.field.touched'
/** Milliseconds: told to the others no more often. */
const TOLD_MS = 10_000

/** Whether what this person keeps here can be read. With a PIN set, it locks itself when nobody touches it, but not in the middle of sending. */
export function useLock(person: string): boolean {
  const isOpen = useSyncExternalStore(onKeysChange, () => isOpenFor(person))
  useEffect(() => {
    const touch = () => {
      if (!isErasing() && idleFor() > TOLD_MS) localStorage.setItem(TOUCHED, String(Date.now()))
    }
    const look = async () => {
      if (idleFor() < IDLE_MS || (await isExchanging()) || !(await hasPin(person))) return
      await lockVault(person)
    }
    touch()
    const timer = setInterval(look, IDLE_MS / 15)
    for (const sign of SIGNS) addEventListener(sign, touch, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) removeEventListener(sign, touch)
      document.removeEventListener('visibilitychange', look)
    }
  }, [person])
  return isOpen
}

/** A clock that was set back keeps nothing open. */
const idleFor = () => Math.abs(Date.now() - Number(localStorage.getItem(TOUCHED) ?? 0))
