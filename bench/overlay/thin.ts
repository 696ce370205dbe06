import { featureCount } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'
import type { Work } from './work.ts'

/** The same work for every so many-th subject only. */
export function thin(work: Work, every: number): Work {
  if (every === 1) return work
  const subjects = new SetBuilder()
  for (let s = 0; s < featureCount(work.subjects); s += every) subjects.addFrom(work.subjects, s)
  return { ...work, subjects: subjects.finish() }
}
