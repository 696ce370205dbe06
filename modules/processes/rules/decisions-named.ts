import type { ProcessModel } from '../../../kernel/process/model.ts'

/** The decision tables a process asks, each once; `digest` where a step holds on to one version. Those asked in their newest come first. */
export function decisionsNamed({ steps }: ProcessModel): { key: string; digest?: string }[] {
  const named = steps.flatMap((step) =>
    step.kind === 'decision'
      ? [{ key: step.decision, ...(step.version !== undefined && { digest: step.version }) }]
      : [],
  )
  const unique = [...new Map(named.map((one) => [`${one.key}@${one.digest ?? ''}`, one])).values()]
  return unique.toSorted((a, b) => (a.digest ?? '').localeCompare(b.digest ?? ''))
}
