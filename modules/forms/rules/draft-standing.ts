import type { FormIssue } from '../../../kernel/forms/definition.ts'
import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

type Named = { id: string; name: string }

/** What the acts on a draft ask of it; the page asks the same before it offers a button. */
export type Draft = { revision: number; changedBy: Named; proposedBy: Named | null }

/** Several may draw at one form: whoever saves over something not seen is told whose it is. */
export function refuseSaving(draft: Draft | undefined, revision: number, key: string): Problem | undefined {
  if (draft?.proposedBy) return conflict('forms.draft.save.proposed', { key, name: draft.proposedBy.name })
  if ((draft?.revision ?? 0) === revision) return undefined
  return draft
    ? conflict('forms.draft.save.changed-meanwhile', { key, name: draft.changedBy.name })
    : conflict('forms.draft.save.gone', { key })
}

export function refuseProposing(
  draft: Draft,
  revision: number,
  issues: FormIssue[],
  isSame: boolean,
  key: string,
): Problem | undefined {
  const [first] = issues
  if (first) return invalid('forms.form.propose.unsound', { key, count: issues.length, field: first.field })
  return isSame ? invalid('forms.form.propose.unchanged', { key }) : refuseSaving(draft, revision, key)
}

/** 两人: neither who proposed it nor who changed it last confirms it. `others`: names of those who may. */
export function refuseConfirming(
  draft: Draft,
  revision: number,
  person: string,
  others: string,
  key: string,
): Problem | undefined {
  if (!draft.proposedBy) return conflict('forms.form.confirm.not-proposed', { key })
  if (draft.revision !== revision)
    return conflict('forms.draft.save.changed-meanwhile', { key, name: draft.changedBy.name })
  const isOwn = [draft.proposedBy, draft.changedBy].some(({ id }) => id === person)
  if (!isOwn) return undefined
  return invalid(others === '' ? 'forms.form.confirm.nobody' : 'forms.form.confirm.same-person', { key, names: others })
}

export function refuseWithdrawing({ proposedBy }: Draft, person: string, key: string): Problem | undefined {
  if (!proposedBy) return conflict('forms.form.confirm.not-proposed', { key })
  return proposedBy.id === person
    ? undefined
    : invalid('forms.form.withdraw.of-another', { key, name: proposedBy.name })
}
