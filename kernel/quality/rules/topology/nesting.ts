import type { Rule } from '../../rule.ts'

/** What `checkNesting` found of the layer that lies in another; nothing where that is not at hand. */
const nested: Rule['check'] = ({ nesting }) => nesting?.() ?? []

/** Measure: m² outside all villages, in others than the main one, or in a village whose code is not the patch's. */
export const patchInVillage: Rule = {
  id: 'SV-TOP-08',
  title: {
    zh: '地类图斑跨村级调查区界线或与坐落不符',
    en: 'Patch crosses a village boundary or lies in another village',
  },
  clause: '4302',
  severity: 'A',
  unit: 'm²',
  within: { part: 'DLTB', whole: 'CJDCQ', digits: 12 },
  check: nested,
}

/** Measure: m², as above. */
export const villageInTown: Rule = {
  id: 'SV-TOP-09',
  title: { zh: '村级调查区与行政区不套合', en: 'Village unit does not fit its township' },
  clause: '4303',
  severity: 'A',
  unit: 'm²',
  within: { part: 'CJDCQ', whole: 'XZQ', digits: 9 },
  check: nested,
}

/** Measure: m². Judged in runs over a layer, town by town (blocks/cover-run.ts). */
export const townFilled: Rule = {
  id: 'SV-TOP-10',
  title: { zh: '图层未覆盖行政区全域', en: 'The layer leaves part of a township open' },
  clause: '4304',
  severity: 'A',
  unit: 'm²',
  fills: { parts: ['DLTB', 'CJDCQ'], whole: 'XZQ' },
  check: () => [],
}
