import { setTimeout as pause } from 'node:timers/promises'
import type { OpenedCase } from '../../kernel/cases/open-case.ts'
import { Client } from './client.ts'

/** What so many people did in how many seconds; `times`: milliseconds of each act. */
export type Worked = { acts: number; seconds: number; times: number[] }

type Desk = { client: Client; waiting: string[] }
/** When a desk's act number k is meant to begin, in milliseconds as performance.now() counts them. */
type Meant = (k: number) => number

/**
 * People at work at the same time, each on cases of their own: claim, complete, claim what follows, … until the time is over.
 * Nobody pauses between two acts, and each is timed from asking to the answer. With `pace`, so many acts a second of all are
 * meant to begin, evenly, whatever becomes of the ones before, and each is timed from the moment it was meant to begin: who
 * waits because the server is slow is counted as waiting.
 */
export async function workFor(
  seconds: number,
  origin: string,
  links: string[],
  cases: OpenedCase[],
  pace?: number,
): Promise<Worked> {
  const desks = links.map((_, n): Desk => {
    const mine = cases.filter((_, k) => k % links.length === n)
    return { client: new Client(origin), waiting: mine.map(({ tasks }) => tasks[0]!.id) }
  })
  await Promise.all(desks.map(({ client }, n) => client.signIn(links[n]!)))
  const times: number[] = []
  const begun = performance.now()
  const end = begun + 1000 * seconds
  const meantAt = (n: number): Meant =>
    pace ? (k) => begun + (1000 * (n + k * links.length)) / pace : () => performance.now()
  await Promise.all(desks.map((desk, n) => workAt(desk, times, meantAt(n), end)))
  const took = (performance.now() - begun) / 1000
  for (const { client } of desks) client.close()
  return { acts: times.length, seconds: took, times }
}

async function workAt({ client, waiting }: Desk, times: number[], meantAt: Meant, end: number): Promise<void> {
  let acts = 0
  const act = async (verb: string, input: object) => {
    const meant = meantAt(acts++)
    const wait = meant - performance.now()
    if (wait > 0) await pause(wait)
    const { status, body } = await client.act(verb, input)
    if (status !== 200) throw new Error(`${verb} answered ${status} ${JSON.stringify(body)}`)
    times.push(performance.now() - meant)
    return body
  }
  while (meantAt(acts) < end) {
    const taskId = waiting.shift()
    if (!taskId) throw new Error('nothing is left to do: open more cases')
    await act('casework.task.claim', { taskId })
    const { next } = await act('casework.task.complete', { taskId, outcome: 'agree', opinion: '同意' })
    // The case goes on at this desk after the others, as it would when somebody else has had it.
    for (const { taskId: following } of next as { taskId: string }[]) waiting.push(following)
  }
}
