import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** How an edition stands; the page asks the same before it offers a button. Times as the reader has them. */
export type EditionStanding = {
  scheme: string
  edition: string
  revision: number
  changedBy: string
  changedById: string
  proposedBy: string | null
  proposedById: string | null
  publishedAt: unknown
}

/** A published edition never changes, forms and cases read it; a proposed one waits for a second person. */
export function refuseChanging({ scheme, edition, publishedAt, proposedBy }: EditionStanding): Problem | undefined {
  if (publishedAt) return conflict('forms.dictionary.published', { scheme, edition })
  return proposedBy === null ? undefined : conflict('forms.dictionary.proposed', { scheme, edition, name: proposedBy })
}

export function refuseProposingEdition(
  held: EditionStanding,
  revision: number,
  faults: { item: string }[],
): Problem | undefined {
  const { scheme, edition } = held
  const [first] = faults
  if (held.revision !== revision) return conflict('forms.dictionary.changed-meanwhile', { name: held.changedBy })
  const standing = refuseChanging(held)
  if (standing || !first) return standing
  return invalid('forms.dictionary.propose.unsound', {
    ...{ scheme, edition, count: faults.length, item: first.item || scheme },
  })
}

export function refuseUnproposed(held: EditionStanding): Problem | undefined {
  const { scheme, edition, publishedAt, proposedBy } = held
  if (publishedAt) return conflict('forms.dictionary.published', { scheme, edition })
  return proposedBy === null ? conflict('forms.dictionary.confirm.not-proposed', { scheme, edition }) : undefined
}

/** 两人: neither who proposed it nor who changed it last confirms it. `others`: names of those who may. */
export function refuseConfirmingEdition(
  held: EditionStanding,
  revision: number,
  person: string,
  others: string,
): Problem | undefined {
  const unproposed = refuseUnproposed(held)
  if (unproposed) return unproposed
  if (held.revision !== revision) return conflict('forms.dictionary.changed-meanwhile', { name: held.changedBy })
  if (person !== held.proposedById && person !== held.changedById) return undefined
  const { scheme, edition } = held
  const code = others === '' ? 'forms.dictionary.confirm.nobody' : 'forms.dictionary.confirm.same-person'
  return invalid(code, { scheme, edition, names: others })
}
