import type { ForkRef } from '../process/state.ts'

/** What a part gone once for each of a list is gone for, in a few words; null outside of such a part. */
export function itemLabel(forks: ForkRef[]): string | null {
  const each = forks.findLast(({ nth }) => nth !== undefined)
  return each ? (labelOf(each.item) ?? `#${each.nth}`) : null
}

const LONGEST = 60

/** Names by which rows of forms call themselves: a number before a name, in words or in the codes of the standards (…BH …DM …DYH). */
const CALLED = [/^(label|title|number|code)$/i, /(number|code|编号|代码|BH|DM|DYH)$/i, /^name$|(name|名称|MC)$/i]

/** A text or a number as it is; of a row what it is called by, else the first it says. Ids say nothing to people. */
export function labelOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return textOf(item)
  const said = Object.entries(item).flatMap(([name, value]) => {
    const { zh, name: named } = (value ?? {}) as { zh?: unknown; name?: unknown }
    const text = textOf(value) ?? textOf(zh) ?? textOf(named)
    return text === undefined || name === 'id' ? [] : [[name, text] as const]
  })
  const called = CALLED.map((names) => said.find(([name]) => names.test(name))).find((one) => one !== undefined)
  return (called ?? said.find(([, text]) => !/^[\d.]+$/.test(text)) ?? said[0])?.[1]
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value.trim() === '' || ID.test(value)) return undefined
  const text = value.trim()
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{64}$/i
