import { ProblemError, problemOf, unreachable } from './problem.ts'

export type Input = Record<string, unknown>
/** A page of a list that counts. */
export type Rows<T> = { rows: T[]; total: number }
/** A page of a list too long to count: `next` asks for the one after. */
export type Items<T> = { items: T[]; next: string | null }

/** «landuse.clue.screen» → /api/landuse/clue/screen */
const pathOf = (name: string) => `/api/${name.replaceAll('.', '/')}`

/** A list repeats its name, an object travels as JSON text; empty values are left out. */
export function queryString(input: Input): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value])
      params.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one))
  }
  const text = params.toString()
  return text && `?${text}`
}

export const addressOf = (name: string, input: Input = {}) => `${pathOf(name)}${queryString(input)}`

/** Asks a query. Throws ProblemError. */
export async function ask<R>(name: string, input: Input = {}, signal?: AbortSignal): Promise<R> {
  return send<R>(name, addressOf(name, input), { signal: signal ?? null })
}

/** Calls an action. Throws ProblemError. */
export async function call<R>(verb: string, input: Input = {}): Promise<R> {
  const body = JSON.stringify(input)
  const headers = { 'content-type': 'application/json' }
  return send<R>(verb, pathOf(verb), { method: 'POST', headers, body, keepalive: isLeaving(body) })
}

/** What is sent while the page goes away arrives only when it may outlive it; browsers let 64 KiB do that, of up to three bytes a letter. */
const isLeaving = (body: string) =>
  typeof document === 'object' && document.visibilityState === 'hidden' && body.length < 20_000

/** Any other request of the console (session), with the same refusals. */
export async function send<R>(name: string, address: string, init: RequestInit): Promise<R> {
  const response = await fetch(address, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable(name)
  })
  if (!response.ok) throw await problemOf(response, name)
  const text = await response.text()
  if (text === '') return undefined as R
  try {
    return JSON.parse(text) as R
  } catch {
    throw new ProblemError('web.server.fault', response.status, { status: response.status }, name)
  }
}
