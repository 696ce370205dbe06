import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** What the acts on a design ask of it; the page asks the same before it offers a button. */
export type Standing = {
  state: 'draft' | 'submitted' | 'published' | 'dropped'
  title: string
  revision: number
  changedBy: { id: string; name: string }
  submittedBy: { id: string; name: string } | null
}

export function notEditable({ state, title }: Standing): Problem | undefined {
  return state === 'draft' ? undefined : conflict(`processes.design.is-${state}`, { title })
}

/** `revision`: of the design the person saw. */
export function changedMeanwhile({ revision: now, changedBy }: Standing, revision: number): Problem | undefined {
  return now === revision ? undefined : conflict('processes.design.changed-meanwhile', { name: changedBy.name })
}

/** 两人: what one has submitted, or changed last, another confirms. */
export function notConfirmable(design: Standing, person: string): Problem | undefined {
  if (design.state !== 'submitted') return conflict('processes.design.not-submitted', { title: design.title })
  const own = [design.submittedBy, design.changedBy].find((one) => one?.id === person)
  return own ? invalid('processes.design.same-person', { name: own.name }) : undefined
}

export function notRecallable({ state, title, submittedBy }: Standing, person: string): Problem | undefined {
  if (state !== 'submitted') return conflict('processes.design.not-submitted', { title })
  return submittedBy?.id === person ? undefined : invalid('processes.design.of-another', { name: submittedBy!.name })
}
