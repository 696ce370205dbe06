/** 项目全生命周期, in the order of the law: each stage stands on the one before. */
export const STAGES = ['preExamination', 'land', 'works', 'construction', 'acceptance'] as const
export type Stage = (typeof STAGES)[number]

/** The key of its name, for refusals. */
export const stageWord = (stage: Stage): string => `approvals.stage.${stage}`

export type StageState = 'none' | 'running' | 'refused' | 'done'
export type StageStanding = { stage: Stage; state: StageState; number: string | null; caseId: string | null }

/** A case of the project at a stage, or the document by which another authority decided it. */
export type StageFact = {
  stage: Stage
  number: string
  caseId: string | null
  /** the case's state and result; a document of another authority is `ended` and `granted` */
  state: 'running' | 'suspended' | 'ended' | 'closedIrregularly'
  result: string | null
}

const DONE = new Set(['granted', 'completed'])
const WORTH: StageState[] = ['none', 'refused', 'running', 'done']

const stateOf = ({ state, result }: StageFact): StageState => {
  if (state === 'running' || state === 'suspended') return 'running'
  return state === 'ended' && DONE.has(result ?? '') ? 'done' : 'refused'
}

/** Where the project stands at every stage: of several cases of one stage, the one that came furthest. */
export function lifeCycle(facts: StageFact[]): StageStanding[] {
  return STAGES.map((stage) => {
    const standings = facts
      .filter((fact) => fact.stage === stage)
      .map((fact) => ({ stage, state: stateOf(fact), number: fact.number, caseId: fact.caseId }))
    const best = standings.toSorted((a, b) => WORTH.indexOf(b.state) - WORTH.indexOf(a.state))[0]
    return best ?? { stage, state: 'none', number: null, caseId: null }
  })
}
