import type { ScreeningFacts } from '../schema.ts'

/** Less than this share or area is a border that two surveys drew differently. */
const leastShare = 0.01
const leastArea = 1

/** Labels an officer reads at a glance, in the order they matter; stored in Chinese, the pages have them in English too. */
export function tagsOf(facts: ScreeningFacts): string[] {
  const tags: [string, boolean][] = [
    ['占永农', facts.basicFarmlandArea >= leastArea],
    ['占耕地', facts.farmlandArea >= leastArea],
    ['占红线', facts.redlineArea >= leastArea],
    ['城镇开发边界内', facts.urbanShare >= 0.5],
    ['已批', facts.approvedShare >= 1 - leastShare],
    ['部分已批', facts.approvedShare >= leastShare && facts.approvedShare < 1 - leastShare],
    ['未批先用', facts.laterShare >= leastShare],
    ['批准已失效', facts.expiredShare >= leastShare],
    ['与批准用途不符', facts.otherUseShare >= leastShare],
    ['执法在办', facts.enforcementShare >= leastShare],
    ['已调查', facts.linked],
    ['管理范围外', facts.rangeArea > 0],
    ['县域外', facts.countyShare < 1 - leastShare],
    ['图形已修复', facts.repaired],
  ]
  return tags.filter(([, holds]) => holds).map(([tag]) => tag)
}
