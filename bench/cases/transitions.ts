import type { OpenedCase } from '../../kernel/cases/open-case.ts'
import { Client } from './client.ts'

/** What so many people did in how many seconds; `times`: milliseconds from asking to the answer, one an act. */
export type Worked = { acts: number; seconds: number; times: number[] }

type Desk = { client: Client; waiting: string[] }

/**
 * People at work at the same time, each on cases of their own: claim, complete, claim what follows, … until the time is
 * over. Nobody pauses between two acts.
 */
export async function workFor(seconds: number, origin: string, links: string[], cases: OpenedCase[]): Promise<Worked> {
  const desks = links.map((_, n): Desk => {
    const mine = cases.filter((_, k) => k % links.length === n)
    return { client: new Client(origin), waiting: mine.map(({ tasks }) => tasks[0]!.id) }
  })
  await Promise.all(desks.map(({ client }, n) => client.signIn(links[n]!)))
  const times: number[] = []
  const begun = performance.now()
  const isOver = () => performance.now() - begun >= 1000 * seconds
  await Promise.all(desks.map((desk) => workAt(desk, times, isOver)))
  const took = (performance.now() - begun) / 1000
  for (const { client } of desks) client.close()
  return { acts: times.length, seconds: took, times }
}

async function workAt({ client, waiting }: Desk, times: number[], isOver: () => boolean): Promise<void> {
  const act = async (verb: string, input: object) => {
    const begun = performance.now()
    const { status, body } = await client.act(verb, input)
    if (status !== 200) throw new Error(`${verb} answered ${status} ${JSON.stringify(body)}`)
    times.push(performance.now() - begun)
    return body
  }
  while (!isOver()) {
    const taskId = waiting.shift()
    if (!taskId) throw new Error('nothing is left to do: open more cases')
    await act('casework.task.claim', { taskId })
    const { next } = await act('casework.task.complete', { taskId, outcome: 'agree', opinion: '同意' })
    // The case goes on at this desk after the others, as it would when somebody else has had it.
    for (const { taskId: following } of next as { taskId: string }[]) waiting.push(following)
  }
}
