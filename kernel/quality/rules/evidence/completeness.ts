import { codeIn } from '../../../layers/codes/code-table.ts'
import { wjzlx } from '../../../layers/codes/wjzlx.ts'
import type { Evidence, EvidenceRule } from './evidence.ts'

/** A patch nobody could reach needs no photo, but says why. */
export const excused = ({ photos, reason }: Evidence) =>
  photos.length === 0 && reason !== null && codeIn(wjzlx, reason) !== undefined

export const formFilled: EvidenceRule = {
  id: 'PH-01',
  title: { zh: '必填属性不完整', en: 'Mandatory attributes missing' },
  clause: 'SH090',
  severity: 'A',
  check: ({ attributes, mandatory }) =>
    mandatory.filter((field) => String(attributes[field] ?? '').trim() === '').map((field) => ({ field, value: null })),
}

/** Measure: photos there are. */
export const enoughPhotos: EvidenceRule = {
  id: 'PH-02',
  title: { zh: '照片数量不足', en: 'Too few photos' },
  clause: 'SH090',
  severity: 'A',
  check: (evidence, { photos }) =>
    excused(evidence) || evidence.photos.length >= photos ? [] : [{ measure: evidence.photos.length, value: photos }],
}

export const reasonGiven: EvidenceRule = {
  id: 'PH-07',
  title: { zh: '未举证须填写原因', en: 'No photo and no reason for it' },
  clause: 'SH090',
  severity: 'B',
  check: (evidence) =>
    evidence.photos.length > 0 || excused(evidence) ? [] : [{ field: 'WJZLX', value: evidence.reason }],
}
