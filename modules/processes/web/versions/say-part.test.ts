import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonTexts } from '../../../../apps/ui/i18n/common.ts'
import { choiceWords } from '../design/panel/choice-words.ts'
import { processWords } from '../texts.ts'
import { type Names, sayPart } from './say-part.ts'

const texts: Record<string, { zh: string; en: string }> = { ...commonTexts, ...processWords, ...choiceWords }
const titles: Record<string, string> = {
  accept: '受理',
  check: '初审',
  leader: '领导',
  officer: '经办人',
  area: '面积',
}
const called = (id: string) => titles[id] ?? id

const names = (language: 'zh' | 'en'): Names => ({
  t: (key, params = {}) =>
    Object.entries(params).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      texts[key]?.[language] ?? key,
    ),
  has: (key) => key in texts,
  words: (title) => title?.[language] ?? '',
  ...{ step: called, role: called, form: called, field: called, process: called },
  way: (_step, way) => called(way),
})

test('Clock, extension and the rest of what differs are told in words of either language, never as they are written', () => {
  const clock = { step: 'accept', way: 'accept', deemedAfter: 5 }
  assert.equal(
    sayPart('clock', clock, names('zh')),
    '「受理」选「受理」后次日起算；收件后超过 5 个工作日未受理的，自收件起算',
  )
  assert.match(sayPart('clock', clock, names('en')), /^the day after «受理» at «受理»; from the filing/)
  const extension = { days: 10, times: 1, role: 'leader' }
  assert.equal(sayPart('extension', extension, names('zh')), '一次最多 10 个工作日，共 1 次，由领导批复')
  assert.equal(
    sayPart('extension', extension, names('en')),
    'up to 10 working days at once, 1 time(s), decided by 领导',
  )
  assert.equal(sayPart('escalation', { role: 'leader', afterDays: 2 }, names('zh')), '超期 2 个工作日后报领导')
  assert.equal(sayPart('role', 'officer', names('zh')), '经办人')
  assert.equal(sayPart('writable', ['area', 'purpose'], names('zh')), '面积、purpose')
  assert.equal(sayPart('way ok', { title: { zh: '通过', en: 'Pass' }, to: 'check' }, names('zh')), '通过 → 初审')
  assert.equal(sayPart('on', { wait: { workingDays: 3 } }, names('zh')), '3 个工作日后')
  const coSign = { signers: 'leaders', pass: 'agree', otherwise: 'refuse', need: { ratio: 0.5 }, inTurn: true as const }
  assert.doesNotMatch(sayPart('coSign', coSign, names('en'), 'check'), /[{}]/)
  assert.equal(sayPart('interrupting', true, names('zh')), '是')
})
