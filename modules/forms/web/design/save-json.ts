import type { FormDefinition } from '../../../../kernel/forms/definition.ts'

/** The definition as a file that can be read in again, here or in another bureau. */
export function saveJson(definition: FormDefinition): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(definition, null, 2)], { type: 'application/json' }))
  Object.assign(document.createElement('a'), { href: address, download: `${definition.key}.json` }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
