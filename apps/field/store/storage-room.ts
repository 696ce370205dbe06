import { ProblemError } from '../../ui/problem.ts'

/** A day outdoors: some hundred photos of 5 MB. */
const LEAST = 500 * 1024 * 1024

/** Bytes the browser would still take, and how many there should be; null where it does not say. */
export async function roomOf(): Promise<{ left: number; least: number } | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
  return usage === undefined || quota === undefined ? null : { left: quota - usage, least: LEAST }
}

/** The phone took no more; nothing of what was being kept is there. */
export const isFull = (error: unknown): boolean =>
  error instanceof ProblemError
    ? error.code === 'field.package.full'
    : error instanceof DOMException && error.name === 'QuotaExceededError'
