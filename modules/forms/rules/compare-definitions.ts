import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'

/** `property` of a change; `before` and `after` are values of the definition. */
export type PropertyChange = { property: string; before: unknown; after: unknown }
export type Change = {
  kind: 'added' | 'removed' | 'changed'
  what: 'form' | 'section' | 'field' | 'column' | 'rule'
  name: string
  title: FormField['title'] | undefined
  properties: PropertyChange[]
}

type Part = { name: string; title?: FormField['title'] }

/** What a new version does otherwise than the one before, in the order of the new one; removals last. */
export function compareDefinitions(before: FormDefinition, after: FormDefinition): Change[] {
  const form = propertiesOf({ title: before.title }, { title: after.title })
  return [
    ...(form.length > 0
      ? [{ kind: 'changed', what: 'form', name: after.key, title: after.title, properties: form } as const]
      : []),
    ...compareParts('section', before.sections ?? [], after.sections ?? []),
    ...compareParts('field', before.fields, after.fields),
    ...compareColumns(before.fields, after.fields),
    ...compareParts('rule', before.rules ?? [], after.rules ?? []),
  ]
}

function compareParts(what: Change['what'], before: readonly Part[], after: readonly Part[], prefix = ''): Change[] {
  const known = new Map(before.map((part, place) => [part.name, { part, place: placeAmong(before, after, place) }]))
  const changes = after.flatMap((part, index): Change[] => {
    const old = known.get(part.name)
    const name = prefix + part.name
    if (!old) return [{ kind: 'added', what, name, title: part.title, properties: propertiesOf({}, part) }]
    const properties = propertiesOf(old.part, part)
    const place = placeAmong(after, before, index)
    if (old.place !== place) properties.push({ property: 'place', before: old.place + 1, after: place + 1 })
    return properties.length > 0 ? [{ kind: 'changed', what, name, title: part.title, properties }] : []
  })
  const gone = before.filter(({ name }) => !after.some((part) => part.name === name))
  return [
    ...changes,
    ...gone.map(({ name, title }): Change => ({ kind: 'removed', what, name: prefix + name, title, properties: [] })),
  ]
}

/** Its place counting only what both have: an insertion before it moves nothing. */
const placeAmong = (list: readonly Part[], other: readonly Part[], index: number): number =>
  list.slice(0, index).filter(({ name }) => other.some((part) => part.name === name)).length

function compareColumns(before: readonly FormField[], after: readonly FormField[]): Change[] {
  return after.flatMap((field) => {
    const old = before.find(({ name }) => name === field.name)
    if (field.type !== 'table') return []
    return compareParts('column', old?.type === 'table' ? old.columns : [], field.columns, `${field.name}.`)
  })
}

function propertiesOf(before: object, after: object): PropertyChange[] {
  const [old, next] = [before, after] as Record<string, unknown>[]
  const names = [...new Set([...Object.keys(old!), ...Object.keys(next!)])].filter(
    (name) => name !== 'name' && name !== 'columns',
  )
  return names.flatMap((property) =>
    JSON.stringify(old![property]) === JSON.stringify(next![property])
      ? []
      : [{ property, before: old![property], after: next![property] }],
  )
}
