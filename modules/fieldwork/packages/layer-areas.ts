import { areasFor, type Person } from '../../../kernel/identity/can.ts'

/** Where a person may have a layer on the phone: both where packages are granted and where the layer may be read. */
export function layerAreas(person: Person, granted: readonly string[], layer: string): string[] {
  const read = areasFor(person, 'onemap.features', { layer })
  return granted.flatMap((area) =>
    read.flatMap((other) => (area.startsWith(other) ? [area] : other.startsWith(area) ? [other] : [])),
  )
}
