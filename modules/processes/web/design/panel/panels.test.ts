import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { YUTU } from '../../../../../kernel/process/bpmn/yutu-descriptor.ts'
import { CASE } from '../../../rules/case-vocabulary.ts'
import { designWords } from '../texts.ts'
import { panelWords } from './texts.ts'

const folder = import.meta.dirname
const code = readdirSync(folder)
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts') && name !== 'texts.ts')
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n')

/** Given at publication; written where one end is drawn twice. */
const NOT_CHOSEN = ['yutu:version', 'yutu:sameEnd']

test('every attribute a process can have in a drawing is shown and written by a panel', () => {
  const attributes = [YUTU, CASE].flatMap(({ prefix, types }) =>
    types.flatMap(({ properties }) => properties.map(({ name }) => `${prefix}:${name}`)),
  )
  const spelled = (attribute: string): boolean => code.includes(`'${attribute}'`) || code.includes(`"${attribute}"`)
  // Written as `yutu:${name}` for these two.
  const counted = ['yutu:pass', 'yutu:otherwise']
  assert.deepEqual(
    [...new Set(attributes)].filter((one) => !spelled(one) && !counted.includes(one) && !NOT_CHOSEN.includes(one)),
    [],
  )
})

test('every word a panel speaks is in the table of texts', () => {
  const words = { ...designWords, ...panelWords }
  const elsewhere = /^processes\.(verb|tab|version\.named)/
  const asked = [...code.matchAll(/t\('(processes\.[\w.]+)'/g)].map(([, key]) => key!)
  assert.deepEqual(
    [...new Set(asked)].filter((key) => !words[key] && !elsewhere.test(key)),
    [],
  )
})
