import type { Sentences } from '../../kernel/problems/sentences.ts'
import { refusalTexts } from './actions/texts.ts'
import { fieldTexts } from './intake/texts.ts'
import { rowTexts } from './rules/texts.ts'

/** What a person reads, by verb, query, refusal, finding and stage. */
export const texts: Sentences = {
  'landuse.batch.upload': { zh: '上传线索批次', en: 'Upload clues' },
  'landuse.batch.confirmMapping': { zh: '确认字段对应', en: 'Confirm fields' },
  'landuse.batch.process': { zh: '处理批次', en: 'Process batch' },
  'landuse.batch.overlay': { zh: '数据套合', en: 'Overlay' },
  'landuse.batch.screen': { zh: '智能甄别', en: 'Screen automatically' },
  'landuse.batch.open': { zh: '自动立项', en: 'Open cases' },
  'landuse.batch.cancel': { zh: '撤销批次', en: 'Withdraw batch' },
  'landuse.batch.list': { zh: '查看批次列表', en: 'List batches' },
  'landuse.batch.view': { zh: '查看批次', en: 'View batch' },
  'landuse.batch.report': { zh: '查看入库报告', en: 'View report' },
  'landuse.clue.list': { zh: '查看线索列表', en: 'List clues' },
  'landuse.clue.view': { zh: '查看线索', en: 'View clue' },
  'landuse.clue.adjust': { zh: '调整甄别结论', en: 'Adjust conclusion' },
  'landuse.clue.confirm': { zh: '确认甄别结论', en: 'Confirm conclusions' },
  'landuse.clue.revertRepair': { zh: '撤回图形修复', en: 'Take repair back' },
  'landuse.statistics': { zh: '查看统计', en: 'Read statistics' },
  'landuse.statistics.none': { zh: '未填写', en: 'Not stated' },
  'landuse.listen': { zh: '监听投放目录', en: 'Watch drop folder' },
  ...refusalTexts,
  ...rowTexts,
  ...fieldTexts,
}
