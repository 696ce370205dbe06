import type { Field, LayerDefinition } from '../definition.ts'
import { approvalStyle } from '../styles/approvals.ts'

type Approval = {
  name: string
  zh: string
  en: string
  color: string
  /** What the common fields are called on this kind of paper. */
  called: { PZWH: string; SYDW: string; PZRQ: string; PZYT: string; PZMJ: string }
  more?: readonly Field[]
}

/**
 * A layer of land an authority has decided on. All share the names an officer and a decision table look for: number PZWH,
 * project XMMC, holder SYDW, authority PZJG, decided PZRQ, valid until YXQZ, use PZYT, area PZMJ (m², as on the paper), state ZT.
 */
export const approvalLayer = ({ name, zh, en, color, called, more = [] }: Approval): LayerDefinition => ({
  name,
  title: { zh, en },
  group: 'approval',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  numberField: 'PZWH',
  topology: 'independent',
  areaMethod: 'planar',
  areaField: 'PZMJ',
  areaCodeField: 'XZQDM',
  style: approvalStyle(color),
  fields: [
    { name: 'BSM', alias: '标识码', type: 'text', length: 18, required: true },
    { name: 'XZQDM', alias: '行政区代码', type: 'text', length: 12, required: true },
    { name: 'XZQMC', alias: '行政区名称', type: 'text', length: 100 },
    { name: 'PZWH', alias: called.PZWH, type: 'text', length: 60, required: true },
    { name: 'XMMC', alias: '项目名称', type: 'text', length: 120, required: true },
    { name: 'SYDW', alias: called.SYDW, type: 'text', length: 100, required: true },
    { name: 'PZJG', alias: '批准机关', type: 'text', length: 60 },
    { name: 'PZRQ', alias: called.PZRQ, type: 'date', required: true },
    { name: 'YXQZ', alias: '有效期至', type: 'date' },
    { name: 'PZYT', alias: called.PZYT, type: 'text', length: 60 },
    { name: 'PZMJ', alias: called.PZMJ, type: 'number', length: 15, decimals: 2, required: true },
    // An approval that was withdrawn or has run out stays on the map; only a standing one makes land use lawful.
    { name: 'ZT', alias: '状态', type: 'text', length: 2, codeTable: 'pwzt', required: true },
    ...more,
    { name: 'BZ', alias: '备注', type: 'text' },
  ],
})
