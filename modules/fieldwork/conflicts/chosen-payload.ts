type Payload = Record<string, unknown>

/** Members of a patch's payload that say which patch, not what of it. */
const NAMES = new Set(['patchId', 'base'])

/**
 * What is left of an act when only some of its fields are taken: `DLBM`, `note`, `outline`, `removed`, `attributes.<NAME>` of a
 * patch, keys of a form. Pure.
 */
export function chosenPayload(kind: string, payload: Payload, take: ReadonlySet<string>): Payload {
  if (kind === 'form.save') return { values: only(payload.values as Payload, (name) => take.has(name)) }
  const own = only(payload, (name) => NAMES.has(name) || take.has(name === 'geometry' ? 'outline' : name))
  const attributes = only((payload.attributes ?? {}) as Payload, (name) => take.has(`attributes.${name}`))
  return { ...own, ...(Object.keys(attributes).length > 0 && { attributes }) }
}

/** The fields an act speaks of, by the same names. Pure. */
export function fieldsOf(kind: string, payload: Payload): string[] {
  if (kind === 'form.save') return Object.keys((payload.values ?? {}) as Payload)
  const { geometry, attributes, ...own } = payload
  return [
    ...Object.keys(own).filter((name) => !NAMES.has(name)),
    ...(geometry === undefined ? [] : ['outline']),
    ...Object.keys((attributes ?? {}) as Payload).map((name) => `attributes.${name}`),
  ]
}

const only = (record: Payload, wanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name)))
