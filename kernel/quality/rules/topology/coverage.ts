import type { CoverageIssue } from '../../../geometry/coverage/drawn-set.ts'
import type { Finding, Id, Judged, Rule } from '../../rule.ts'

/** Findings of the shared geometric check that belong to a rule. */
export const found =
  (...rules: CoverageIssue<Id>['rule'][]) =>
  ({ coverage }: Judged): Finding[] =>
    coverage()
      .filter((issue) => rules.includes(issue.rule))
      .map(({ ids, at, measure }) => ({ features: ids, at, measure }))

const onCoverage =
  (check: Rule['check']): Rule['check'] =>
  (judged) =>
    judged.layer.topology === 'coverage' ? check(judged) : []

/** Measure: m². Overlaps not wider than 0.001 m are within the tolerance of the databases. */
export const noOverlap: Rule = {
  id: 'SV-TOP-01',
  title: { zh: '面层内重叠', en: 'Overlap inside the layer' },
  clause: '4101',
  severity: 'A',
  unit: 'm²',
  check: onCoverage(found('overlap')),
}

/** Measure: m². */
export const noGap: Rule = {
  id: 'SV-TOP-02',
  title: { zh: '面层内缝隙', en: 'Gap inside the layer' },
  clause: '4101',
  severity: 'A',
  unit: 'm²',
  check: onCoverage(found('gap')),
}

/** Measure: m². */
export const noDuplicate: Rule = {
  id: 'SV-TOP-11',
  title: { zh: '重复图形', en: 'Duplicate geometry' },
  clause: '4101',
  severity: 'B',
  unit: 'm²',
  check: found('duplicate'),
}
