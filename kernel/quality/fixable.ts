import { noGap, noOverlap } from './rules/topology/coverage.ts'

const FAULTS: Record<string, 'overlap' | 'gap'> = { [noOverlap.id]: 'overlap', [noGap.id]: 'gap' }

/** The fault a fix is known for, by the rule of an issue. */
export const faultOf = (rule: string): 'overlap' | 'gap' | undefined => FAULTS[rule]

export const isFixable = (rule: string): boolean => faultOf(rule) !== undefined
