import type { EvidenceTemplate, PhotoKind } from './template.ts'

const words = (zh: string, en: string) => ({ title: { zh, en } })
const far: PhotoKind = { code: 'far', ...words('远景', 'From afar'), min: 3, needAzimuth: true, maxDistance: 100 }
const near: PhotoKind = { code: 'near', ...words('近景', 'Close up'), min: 3, needAzimuth: true, maxDistance: 50 }
const corner: PhotoKind = { code: 'corner', ...words('拐角', 'Corner'), min: 0, corners: 2, needAzimuth: true, maxDistance: 50 } // biome-ignore format: one line
const inside: PhotoKind = { code: 'inside', ...words('内景', 'Inside'), min: 1, interior: true }
const use: PhotoKind = { code: 'use', ...words('利用特征', 'How it is used'), min: 1, maxDistance: 50 }
const mark: PhotoKind = { code: 'mark', ...words('标志特写', 'The mark itself'), min: 2, maxDistance: 20 }
const other: PhotoKind = { code: 'other', ...words('其他', 'Other'), min: 0 }

/** Built on (05–09), facility agriculture (1202): what a building is used for shows inside only. */
const classRules: EvidenceTemplate['classRules'] = [
  { classes: ['05', '06', '07', '08', '09'], ...words('建（构）筑物', 'Buildings'), kinds: [inside] },
  { classes: ['1202'], ...words('设施农用地', 'Facility agriculture'), kinds: [inside, use] },
]

const ALL_ROUND = { seen: 0.7, gap: 120 }

const land = (business: string, zh: string, en: string, form = business): EvidenceTemplate => ({
  ...{ business, version: 1, ...words(zh, en), form, kinds: [far, near, corner, other], classRules },
  ...{ coverage: ALL_ROUND, needsClass: true },
})

/** What a bureau begins with (../shared/reference/field/notes.md: practice, not a norm). */
export const firstTemplates: EvidenceTemplate[] = [
  land('landuse', '土地监测举证', 'Evidence of land monitoring', 'landuse.survey'),
  land('fieldwork.annualChange', '年度变更举证', 'Evidence of the year’s change'),
  land('fieldwork.dailyChange', '日常变更举证', 'Evidence of the day’s change'),
  land('fieldwork.enforcementPatrol', '执法巡查举证', 'Evidence of a patrol'),
  land('fieldwork.clueCheck', '线索核查举证', 'Evidence about a clue'),
  {
    ...{ business: 'fieldwork.markPatrol', version: 1, ...words('测量标志巡查举证', 'Evidence of a survey mark') },
    ...{ form: 'fieldwork.markPatrol', kinds: [mark, { ...far, min: 1 }, other], classRules: [] },
    ...{ coverage: { seen: 0, gap: 360 }, needsClass: false },
  },
]
