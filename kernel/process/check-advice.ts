import { advice, type Finding } from './check-finding.ts'
import { type Graph, graphOf, reach } from './graph.ts'
import type { ProcessModel, UserTask, Verb } from './model.ts'

/** Verbs that make no sense where they are allowed: the case runs all the same, but people are offered what is always refused. */
export function adviseOn(model: ProcessModel): Finding[] {
  const graph = graphOf(model)
  const people = [...graph.steps.values()].filter((step) => step.kind === 'userTask')
  return people.flatMap((step) => senseless(graph, step, people).map((verb) => advice(verb, { step: step.id })))
}

function senseless(graph: Graph, step: UserTask, people: UserTask[]): string[] {
  const may = (verb: Verb): boolean => step.verbs.includes(verb)
  const others = people.filter(({ id }) => id !== step.id)
  const within = (found: Set<string>): UserTask[] => others.filter(({ id }) => found.has(id))
  const before = within(reach(graph, [step.id], 'back'))
  const behind = within(reach(graph, [step.id], 'forward'))
  const isRead = step.coSign?.need === 'none'
  return [
    ...(may('return') && (before.length === 0 || isRead) ? ['return-nowhere'] : []),
    ...(may('sendStraightBack') && !behind.some(({ verbs }) => verbs.includes('return'))
      ? ['straight-back-never']
      : []),
    ...((may('addSigner') || may('removeSigner')) && !step.coSign ? ['signers-without-co-signing'] : []),
  ]
}
