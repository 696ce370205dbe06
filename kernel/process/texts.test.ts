import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bpmnTexts } from './bpmn/texts.ts'
import { decisionTexts } from './decision/texts.ts'
import { migrationTexts, modelTexts, runTexts } from './texts.ts'

const sources = globSync('kernel/process/**/*.ts').filter(
  (path) => !path.includes('.test') && !path.endsWith('texts.ts'),
)
const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
const all = { ...runTexts, ...modelTexts, ...decisionTexts, ...bpmnTexts, ...migrationTexts }

const said = (call: RegExp, prefix: string): string[] => [...code.matchAll(call)].map(([, name]) => `${prefix}${name}`)

test('every refusal and finding of a process has its sentence in both languages', () => {
  const codes = [
    ...said(/\brefuse\(\s*'([\w.-]+)'/g, 'process.'),
    ...said(/\b(?:fault|advice)\(\s*'([\w.-]+)'/g, 'process.model.'),
    ...said(/\bnote\('([\w-]+)'/g, 'process.migration.'),
    ...said(/refuseElement\(reading, '([\w-]+)'/g, 'process.bpmn.'),
    ...said(/invalid\('(process\.[\w.-]+)'/g, ''),
    ...['role', 'form', 'job', 'process', 'decision'].map((kind) => `process.model.unknown-${kind}`),
  ]
  assert.ok(codes.length > 60)
  assert.deepEqual(
    [...new Set(codes)].filter((name) => !(name in all)),
    [],
  )
})
