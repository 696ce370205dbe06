import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import { fieldAt, type Path, replaceAt } from './edit-definition.ts'

/** Words outside quotes, with dots: «parcels.area» is one. */
const WORDS = /"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*/gu

/** The field under a new name, in every expression and rule that says it. */
export function renameField(definition: FormDefinition, path: Path, name: string): FormDefinition {
  const field = fieldAt(definition, path)!
  const table = path[1] === undefined ? undefined : definition.fields[path[0]]!.name
  const renamed = replaceAt(definition, path, { ...field, name })
  if (field.name === name || field.name === '') return renamed
  const say = (expression: string | undefined, isInRow: boolean) =>
    expression?.replace(WORDS, (word) => renamedWord(word, field.name, name, table, isInRow))
  return {
    ...renamed,
    ...(renamed.sections && {
      sections: renamed.sections.map((section) => spoken(section, (text) => say(text, false))),
    }),
    ...(renamed.rules && {
      rules: renamed.rules.map((rule) => ({
        ...rule,
        holds: say(rule.holds, false)!,
        field: table === undefined && rule.field === field.name ? name : rule.field,
      })),
    }),
    fields: renamed.fields.map((one) => {
      const said = spoken(one, (text) => say(text, false))
      if (said.type !== 'table') return said
      return { ...said, columns: said.columns.map((column) => spoken(column, (text) => say(text, one.name === table))) }
    }),
  }
}

function renamedWord(word: string, before: string, after: string, table: string | undefined, isInRow: boolean): string {
  if (word.startsWith('"')) return word
  const [first, second, ...rest] = word.split(/\s*\.\s*/)
  if (table === undefined) return first === before ? [after, ...(second ? [second, ...rest] : [])].join('.') : word
  if (first === table && second === before) return [first, after, ...rest].join('.')
  return isInRow && first === before ? after : word
}

const EXPRESSIONS = ['visibleWhen', 'requiredWhen', 'computed'] as const

function spoken<T extends Partial<Pick<FormField, (typeof EXPRESSIONS)[number]>>>(
  holder: T,
  say: (text: string | undefined) => string | undefined,
): T {
  const said = EXPRESSIONS.flatMap((name) => (holder[name] === undefined ? [] : [[name, say(holder[name])] as const]))
  return { ...holder, ...Object.fromEntries(said) }
}
