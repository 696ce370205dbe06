import type { Field } from './delivery.ts'

/** A field an importer wants. `aliases` are other names sources give it, compared without case, blanks and `_`. */
export type WantedField = { name: string; aliases: string[]; required: boolean; type?: Field['type'] }

/** Wanted name → source field; `how` says what the proposal rests on. */
export type FieldMapping = Record<string, string>

export type MappingProposal = {
  mapping: FieldMapping
  how: Record<string, 'remembered' | 'name' | 'alias' | 'cut-name' | 'contained'>
  /** Required fields nothing was found for, and source fields nothing wants. */
  missing: string[]
  unused: string[]
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_\-.（）()]/g, '')

/** What is left of a name in ten bytes of UTF-8 or GBK, which is all a shapefile keeps. */
const CUTS = [3, 4, 5]

const isChinese = (name: string) => /\p{Script=Han}/u.test(name)

const typeFits = (wanted: WantedField, field: Field) =>
  wanted.type === undefined ||
  field.type === wanted.type ||
  field.type === 'text' ||
  (wanted.type === 'number' && field.type === 'integer')

type Match = { field: Field; how: MappingProposal['how'][string] }

function match(wanted: WantedField, fields: Field[]): Match | undefined {
  const fitting = fields.filter((field) => typeFits(wanted, field))
  const named = fitting.find((field) => plain(field.name) === plain(wanted.name))
  if (named) return { field: named, how: 'name' }
  const aliases = wanted.aliases.map(plain)
  for (const alias of aliases) {
    const field = fitting.find((candidate) => plain(candidate.name) === alias)
    if (field) return { field, how: 'alias' }
  }
  const isCut = (name: string) =>
    aliases.some((alias) => CUTS.includes(name.length) && name.length < alias.length && alias.startsWith(name))
  const cut = fitting.find((field) => isChinese(field.name) && isCut(plain(field.name)))
  if (cut) return { field: cut, how: 'cut-name' }
  const chinese = aliases.filter((alias) => isChinese(alias) && alias.length > 2)
  const contained = fitting.find((field) => chinese.some((alias) => plain(field.name).includes(alias)))
  return contained && { field: contained, how: 'contained' }
}

/**
 * Proposes which source field feeds which wanted field: the remembered mapping of this source first (where its fields
 * still exist), then equal names, then aliases in their order. Each source field is used once. A person confirms.
 */
export function proposeMapping(fields: Field[], wanted: WantedField[], remembered: FieldMapping = {}): MappingProposal {
  const mapping: FieldMapping = {}
  const how: MappingProposal['how'] = {}
  const free = new Map(fields.map((field) => [field.name, field]))
  const take = (name: string, source: string, reason: Match['how']) => {
    mapping[name] = source
    how[name] = reason
    free.delete(source)
  }
  for (const { name } of wanted) {
    const source = remembered[name]
    if (source !== undefined && free.has(source)) take(name, source, 'remembered')
  }
  for (const target of wanted) {
    if (mapping[target.name] !== undefined) continue
    const found = match(target, [...free.values()])
    if (found) take(target.name, found.field.name, found.how)
  }
  const missing = wanted
    .filter((target) => target.required && mapping[target.name] === undefined)
    .map((target) => target.name)
  return { mapping, how, missing, unused: [...free.keys()] }
}
