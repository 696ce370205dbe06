import type { Sentences } from '../../../kernel/problems/sentences.ts'

/** Fields of a clue, sources, states, conclusions and stages, as pages name them. */
export const fieldTexts: Sentences = {
  'landuse.field.number': { zh: '线索编号', en: 'Number' },
  'landuse.field.foundOn': { zh: '后时相（发现日期）', en: 'Found on' },
  'landuse.field.beforeOn': { zh: '前时相', en: 'Earlier image' },
  'landuse.field.kind': { zh: '变化类型', en: 'Kind of change' },
  'landuse.field.predictedClass': { zh: '预判地类', en: 'Predicted class' },
  'landuse.field.area': { zh: '申报面积', en: 'Stated area' },
  'landuse.field.areaCode': { zh: '行政区代码', en: 'Area code' },
  'landuse.field.note': { zh: '备注', en: 'Note' },
  'landuse.source.monitoring': { zh: '季度监测', en: 'Monitoring' },
  'landuse.source.farmland': { zh: '耕地保护', en: 'Farmland protection' },
  'landuse.source.enforcement': { zh: '执法', en: 'Enforcement' },
  'landuse.source.discovery': { zh: '自主发现', en: 'Own discovery' },
  'landuse.conclusion.lawful': { zh: '合法', en: 'Lawful' },
  'landuse.conclusion.suspect': { zh: '疑似违法', en: 'Suspect' },
  'landuse.conclusion.manual': { zh: '需人工核实', en: 'Needs review' },
  'landuse.stage.read': { zh: '读入', en: 'Reading' },
  'landuse.stage.repair': { zh: '图形预处理', en: 'Repairing' },
  'landuse.stage.overlay': { zh: '套合', en: 'Overlaying' },
  'landuse.stage.link': { zh: '挂接', en: 'Linking' },
  'landuse.stage.range': { zh: '生成范围', en: 'Deriving ranges' },
  'landuse.stage.screen': { zh: '智能甄别', en: 'Screening' },
  'landuse.stage.open': { zh: '立项', en: 'Opening cases' },
}
