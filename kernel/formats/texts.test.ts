import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingTexts } from './findings/texts.ts'
import { coordinateFileTexts } from './text/texts.ts'
import { refusalTexts } from './texts.ts'

test('every code this folder writes has its sentence, and no sentence is left over', () => {
  const sources = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
    (name) => !/(\.(test|testing)|texts)\.ts$/.test(name),
  )
  const text = sources.map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')).join('\n')
  const written = new Set([...text.matchAll(/'(formats\.[a-z]+\.[a-z0-9-]+)'/g)].map((match) => match[1]!))
  const told = new Set(Object.keys({ ...refusalTexts, ...findingTexts, ...coordinateFileTexts }))
  assert.deepEqual(
    [...written].filter((code) => !told.has(code)),
    [],
  )
  assert.deepEqual(
    [...told].filter((code) => !written.has(code)),
    [],
  )
})

test('every refusal says what to do next, and so does the reason of every rejected row', () => {
  const REJECTED =
    /^formats\.row\.(no-geometry|no-area|not-a-polygon|damaged|deleted|too-many-rings|not-a-number|huge|stray-vertex|other-crs|bad-wkt)$/
  const rejections = Object.entries(findingTexts).filter(([code]) => REJECTED.test(code))
  assert.equal(rejections.length, 11)
  const silent = [...Object.entries(refusalTexts), ...rejections].filter(([, { zh }]) => !zh.includes('请'))
  assert.deepEqual(silent, [])
})
