import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast } from './contrast.testing.ts'
import { colors, theme } from './theme.ts'

const css = readFileSync(new URL('./base.css', import.meta.url), 'utf8')
const properties = Object.fromEntries(
  [...css.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
)
const token = (name: string) => (theme.token as Record<string, string>)[name]!
const { Table } = theme.components as { Table: Record<string, string> }

const WHITE = '#ffffff'
/** WCAG 2.2 AA: text 4.5 : 1 (1.4.3), what shows a control or a state 3 : 1 (1.4.11). */
const TEXT = 4.5
const CONTROL = 3

test('theme and style sheet speak of the same colours', () => {
  assert.deepEqual(properties, colors)
})

test('every text can be read on the grounds it stands on', () => {
  const grounds = [WHITE, colors.body, Table.headerBg!, Table.rowHoverBg!, Table.rowSelectedBg!]
  for (const text of ['text', 'quiet', 'primary', 'good', 'warning', 'bad'] as const)
    for (const ground of grounds)
      assert.ok(
        contrast(colors[text], ground) >= TEXT,
        `${text} on ${ground}: ${contrast(colors[text], ground).toFixed(2)}`,
      )
  assert.ok(contrast(Table.headerColor!, Table.headerBg!) >= TEXT)
  assert.ok(contrast(token('colorTextPlaceholder'), WHITE) >= TEXT, 'placeholder')
})

test('words of a notice can be read on its wash', () => {
  for (const [text, wash] of [
    [colors.text, token('colorErrorBg')],
    [colors.text, token('colorWarningBg')],
    [colors.text, token('colorSuccessBg')],
    [colors.bad, token('colorErrorBg')],
    [colors.warning, token('colorWarningBg')],
    [colors.good, token('colorSuccessBg')],
  ] as const)
    assert.ok(contrast(text, wash) >= TEXT, `${text} on ${wash}: ${contrast(text, wash).toFixed(2)}`)
})

test('the header carries white words, pale words and a pale focus ring', () => {
  const header = readFileSync(new URL('../../web/shell/header.css', import.meta.url), 'utf8')
  for (const pale of ['#c3d3e8', '#9ec5ff']) {
    assert.ok(header.includes(pale), `${pale} is still used in the header`)
    assert.ok(contrast(pale, colors.header) >= TEXT)
  }
  assert.ok(contrast('#c3d3e8', '#1c416f') >= TEXT, 'search')
})

test('focus ring, selection and a primary button stand out from their ground', () => {
  for (const ground of [WHITE, colors.body]) assert.ok(contrast(colors.primary, ground) >= CONTROL)
  assert.ok(contrast(colors.selection, '#f3f1ea') >= CONTROL, 'selection on the paper of the map')
  assert.ok(contrast(WHITE, colors.primary) >= TEXT, 'words on a primary button')
  assert.ok(contrast(colors.idle, WHITE) >= CONTROL)
})
