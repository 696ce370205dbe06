import { Value } from '@sinclair/typebox/value'
import type { FormDefinition } from '../../../../kernel/forms/definition.ts'
import { Definition } from '../../schema.ts'

/** The file's form under another key, by the server's own schema; or the place («/fields/2») where it is none. */
export function readFormFile(text: string, key: string): { definition: FormDefinition } | { fault: string } {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return { fault: 'JSON' }
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return { fault: '/' }
  const definition = { ...read, key, version: 0 }
  const error = Value.Errors(Definition, definition).First()
  return error ? { fault: error.path } : { definition: definition as unknown as FormDefinition }
}
