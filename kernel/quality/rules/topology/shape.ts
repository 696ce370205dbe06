import type { Rule } from '../../rule.ts'
import { found } from './coverage.ts'

const conflicts = ['hole-outside', 'overlapping-holes', 'overlapping-parts'] as const

/** Measure: m² or m, as the repair of it would change. */
export const soundRings: Rule = {
  id: 'SV-TOP-03',
  title: { zh: '面自相交或存在微小环', en: 'Self-intersection or degenerate ring' },
  clause: '4101',
  severity: 'A',
  check: found('invalid', 'self-intersection', 'spike', 'repeated-vertex', 'ring-closed', 'tiny-ring', ...conflicts),
}

/** Measure: number of parts. */
export const singlePart: Rule = {
  id: 'SV-TOP-12',
  title: { zh: '多部件要素', en: 'Multi-part feature' },
  clause: '4101',
  severity: 'B',
  check: found('multipart'),
}

/** Measure: degrees; under 10. */
export const noAcuteAngle: Rule = {
  id: 'SV-TOP-13',
  title: { zh: '尖锐角', en: 'Acute angle' },
  clause: '4101',
  severity: 'C',
  unit: '°',
  check: found('acute-angle'),
}

/** Measure: m²; under 10. */
export const noSliver: Rule = {
  id: 'SV-TOP-14',
  title: { zh: '碎面', en: 'Sliver polygon' },
  clause: '4601',
  severity: 'C',
  unit: 'm²',
  check: found('sliver'),
}

/** Measure: 2 · perimeter / area, 1/m; over 4 (a strip of 1 m). */
export const notNarrow: Rule = {
  id: 'SV-TOP-16',
  title: { zh: '狭长图斑', en: 'Elongated patch' },
  clause: '4601',
  severity: 'C',
  unit: '1/m',
  check: found('narrow'),
}
