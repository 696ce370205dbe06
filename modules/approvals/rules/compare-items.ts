import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import type { ItemDefinition } from './item.ts'

type Part = keyof ItemDefinition
export type ItemChange = { part: Part; before: ItemDefinition[Part]; after: ItemDefinition[Part] }

/** What publishing it would change, part by part; all that is stated where the item is new. */
export function changesOf(before: Partial<ItemDefinition>, after: ItemDefinition): ItemChange[] {
  const parts = [...new Set([...Object.keys(after), ...Object.keys(before)])] as Part[]
  return parts
    .map((part) => ({ part, before: before[part], after: after[part] }))
    .filter((one) => canonicalJson(one.before ?? null) !== canonicalJson(one.after ?? null))
}
