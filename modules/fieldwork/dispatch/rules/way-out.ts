import type { UserTask } from '../../../../kernel/process/model.ts'

/**
 * By which way a field task is handed in: `submit`, the only way there is, or, of a range marked 不调查, `noSurvey` where the
 * step offers it. Undefined: the step's own refusal says which ways there are.
 */
export function wayOut({ transitions }: Pick<UserTask, 'transitions'>, isUnsurveyed: boolean): string | undefined {
  const names = transitions.map(({ name }) => name)
  if (isUnsurveyed && names.includes('noSurvey')) return 'noSurvey'
  const surveyed = names.filter((name) => name !== 'noSurvey')
  return surveyed.length === 1 ? surveyed[0] : 'submit'
}
