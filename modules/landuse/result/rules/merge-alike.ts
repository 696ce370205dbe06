import type { Attributes, Group, Groups, Piece } from './patches.ts'

/** Side by side with all of these equal, two patches are one (rule SV-TOP-17). */
const KEY = ['DLBM', 'QSXZ', 'QSDWDM', 'ZLDWDM', 'TBXHDM', 'ZZSXDM', 'CZCSXM', 'GDPDJB', 'GDLX', 'KCXS']

const keyOf = (attributes: Attributes) => KEY.map((name) => attributes[name] ?? '').join('|')

/**
 * Joins adjacent groups with equal attributes where the survey changed something or both come of one base patch; two
 * base patches that were alike before stay apart.
 */
export function mergeAlike(work: Groups): void {
  const { pieces, groups, groupOf, borders } = work
  for (let changed = true; changed; ) {
    changed = false
    for (const [a, beside] of borders) {
      for (const b of beside.keys()) {
        const [own, other] = [groupOf[a]!, groupOf[b]!]
        if (own === other || !alike(groups.get(own)!, groups.get(other)!, pieces)) continue
        join(work, own, other)
        changed = true
      }
    }
  }
}

function alike(a: Group, b: Group, pieces: readonly Piece[]): boolean {
  if (keyOf(a.attributes) !== keyOf(b.attributes)) return false
  const touched = [...a.pieces, ...b.pieces].some((piece) => pieces[piece]!.survey !== undefined)
  const bases = new Set([...a.pieces, ...b.pieces].map((piece) => pieces[piece]!.base))
  return touched || bases.size === 1
}

/** `into` keeps its attributes. */
export function join({ groups, groupOf }: Groups, into: number, from: number): void {
  const [kept, gone] = [groups.get(into)!, groups.get(from)!]
  kept.pieces.push(...gone.pieces)
  for (const piece of gone.pieces) groupOf[piece] = into
  groups.delete(from)
}
