import { advice, type Finding } from './check-finding.ts'
import { type Graph, graphOf, reach } from './graph.ts'
import type { ProcessModel, UserTask, Verb } from './model.ts'

/** Verbs that make no sense where they are allowed: the case runs all the same, but people are offered what is always refused. */
export function adviseOn(model: ProcessModel): Finding[] {
  const graph = graphOf(model)
  const people = [...graph.steps.values()].filter((step) => step.kind === 'userTask')
  return people.flatMap((step) => senseless(graph, step, people).map((verb) => advice(verb, { step: step.id })))
}

function senseless(graph: Graph, { id, verbs, coSign }: UserTask, people: UserTask[]): string[] {
  const may = (verb: Verb): boolean => verbs.includes(verb)
  const within = (direction: 'back' | 'forward'): UserTask[] => {
    const found = reach(graph, [id], direction)
    return people.filter((other) => other.id !== id && found.has(other.id))
  }
  const isRead = coSign?.need === 'none'
  return [
    ...(may('return') && (isRead || within('back').length === 0) ? ['return-nowhere'] : []),
    ...(may('sendStraightBack') && !within('forward').some((other) => other.verbs.includes('return'))
      ? ['straight-back-never']
      : []),
  ]
}
