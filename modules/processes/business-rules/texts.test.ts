import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstTables } from './first-rules.ts'
import { saidByRules } from './texts.ts'

test('all that the first rules say to a reader is known in English', () => {
  const said = firstTables.flatMap(({ name, inputs, outputs, annotations, rules }) => [
    ...[name, ...annotations, ...[...inputs, ...outputs].map(({ label }) => label)],
    ...rules.flatMap((rule) => [
      ...rule.annotations,
      ...rule.results.flatMap((text) => /^"(.*)"$/.exec(text)?.[1] ?? []),
    ]),
  ])
  const unknown = said.filter((text) => !/[a-z]/.test(saidByRules[`said.${text}`]?.en ?? ''))
  assert.deepEqual([...new Set(unknown)], [])
})
