import { neutral, tablesOnly } from './adapters/neutral.ts'
import { survey3 } from './adapters/survey3.ts'
import type { EvidenceAdapter } from './evidence-case.ts'

/** The layouts evidence can leave in. A province's own package is one more file and one more name here. */
export const adapters: EvidenceAdapter[] = [neutral, survey3, tablesOnly]

export const adapterNamed = (name: string): EvidenceAdapter | undefined => adapters.find((one) => one.name === name)
