/** What a clue is, as the generator placed it. */
export type ClueKind =
  | 'approved'
  | 'suspect'
  | 'farmland'
  | 'already-surveyed'
  | 'near-surveyed'
  | 'partial'
  | 'expired'
  | 'case'
  | 'free'
  | 'earthwork'
  | 'outside'

export type Conclusion = 'lawful' | 'suspect' | 'manual'

/** How a change looks in the imagery and what class it turns the land into. */
export type Change = {
  label: string
  classes: readonly string[]
  shape: 'yard' | 'strip' | 'lobes' | 'field'
  size: [number, number]
}

export const CHANGES = {
  building: { label: '新增建筑物', classes: ['0601', '0702', '0508', '05H1'], shape: 'yard', size: [28, 80] },
  road: { label: '新增道路', classes: ['1003'], shape: 'strip', size: [110, 260] },
  greenhouse: { label: '新增设施大棚', classes: ['1202'], shape: 'yard', size: [34, 70] },
  pond: { label: '新增坑塘', classes: ['1104'], shape: 'lobes', size: [16, 34] },
  orchard: { label: '新增种植园', classes: ['0201', '0202'], shape: 'field', size: [40, 75] },
  restored: { label: '恢复耕地', classes: ['0103'], shape: 'lobes', size: [18, 30] },
  earthwork: { label: '推填土', classes: ['1206'], shape: 'lobes', size: [20, 40] },
} satisfies Record<string, Change>

export type ChangeName = keyof typeof CHANGES

/** Shares of the kinds among the sound clues, and the changes each may show. */
export const KIND_MIX: readonly { kind: ClueKind; share: number; changes: readonly ChangeName[] }[] = [
  { kind: 'approved', share: 0.22, changes: [] },
  { kind: 'suspect', share: 0.25, changes: ['building', 'building', 'building', 'road', 'greenhouse'] },
  { kind: 'farmland', share: 0.15, changes: ['orchard', 'pond'] },
  { kind: 'already-surveyed', share: 0.09, changes: [] },
  { kind: 'near-surveyed', share: 0.04, changes: [] },
  { kind: 'partial', share: 0.08, changes: [] },
  { kind: 'expired', share: 0.04, changes: [] },
  { kind: 'case', share: 0.03, changes: [] },
  { kind: 'free', share: 0.06, changes: ['orchard', 'pond', 'restored'] },
  { kind: 'earthwork', share: 0.04, changes: ['earthwork'] },
]

/** Facts a conclusion rests on; areas in m². */
export type ClueFacts = {
  newClass: string
  area: number
  farmland: number
  basicFarmland: number
  redline: number
  /** covered by valid approvals that allow this kind of use */
  covered: number
}

const CONSTRUCTION = /^(05|06|07|08|09|100[1234578]|1009|1109|1201)/

/** Does an approval of this kind allow land to become that class? */
export function allows(siteKind: string, newClass: string): boolean {
  if (newClass === '1202') return siteKind === 'facility'
  return CONSTRUCTION.test(newClass) && (siteKind === 'conversion' || siteKind === 'temporary')
}

/**
 * The conclusion the truth file expects, in order:
 * cultivated again: lawful; in the redline (≥ 5 %): suspect; building or facility land: lawful when ≥ 95 % is covered by a valid
 * approval, suspect when < 5 %, else a person; garden, wood or pond: suspect on basic farmland, a person on other farmland
 * (≥ 5 %), else lawful; anything else: a person.
 */
export function conclude(facts: ClueFacts): Conclusion {
  const { newClass, area } = facts
  if (newClass.startsWith('01')) return 'lawful'
  if (facts.redline >= 0.05 * area) return 'suspect'
  if (CONSTRUCTION.test(newClass) || newClass === '1202') {
    if (facts.covered >= 0.95 * area) return 'lawful'
    return facts.covered < 0.05 * area ? 'suspect' : 'manual'
  }
  if (/^(02|03|1104)/.test(newClass)) {
    if (facts.basicFarmland >= 0.05 * area) return 'suspect'
    return facts.farmland >= 0.05 * area ? 'manual' : 'lawful'
  }
  return 'manual'
}

/** Is no share near a threshold, so that any sensible limit gives the same conclusion? */
export function isClear(facts: ClueFacts): boolean {
  const unsure = (part: number) => part > 0.001 * facts.area && part < 0.2 * facts.area
  if (unsure(facts.redline)) return false
  return !/^(02|03|1104)/.test(facts.newClass) || !(unsure(facts.farmland) || unsure(facts.basicFarmland))
}

export type Breakage =
  | 'bow-tie'
  | 'repeated-vertices'
  | 'spike'
  | 'unclosed'
  | 'tiny-ring'
  | 'multipart'
  | 'null-shape'
  | 'duplicate-id'
  | 'degrees'
  | 'outside-county'
  | 'future-date'

export type Report = 'accepted' | 'repaired' | 'rejected'
