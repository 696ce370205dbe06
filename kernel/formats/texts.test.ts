import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingTexts } from './texts-findings.ts'
import { refusalTexts } from './texts-refusals.ts'

test('every code this folder writes has its sentence, and no sentence is left over', () => {
  const sources = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
    (name) => !/\.(test|testing)\.ts$|^texts/.test(name),
  )
  const text = sources.map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')).join('\n')
  const written = new Set([...text.matchAll(/'(formats\.[a-z]+\.[a-z-]+)'/g)].map((match) => match[1]!))
  const told = new Set(Object.keys({ ...refusalTexts, ...findingTexts }))
  assert.deepEqual(
    [...written].filter((code) => !told.has(code)),
    [],
  )
  assert.deepEqual(
    [...told].filter((code) => !written.has(code)),
    [],
  )
})
