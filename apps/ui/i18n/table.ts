import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const tableTexts: Sentences = {
  'table.columns': { zh: '列', en: 'Columns' },
  'table.export': { zh: '导出 Excel', en: 'Export to Excel' },
  'table.export.taken': { zh: '已取 {count} 条', en: '{count} rows' },
  'table.export.too-many': {
    zh: '一次最多导出 {most} 条，请先用筛选缩小范围。',
    en: 'At most {most} rows are exported at once; narrow the list with filters first.',
  },
  'table.search': { zh: '筛选', en: 'Filter' },
  'table.search.set': { zh: '筛选 {count}', en: 'Filter {count}' },
  'table.clear': { zh: '清除筛选', en: 'Clear filters' },
  'table.takeOff': { zh: '取消筛选“{what}”', en: 'Take off the filter “{what}”' },
  'table.selected': { zh: '已选 {count} 条', en: '{count} selected' },
  'table.nothing': { zh: '没有符合条件的记录', en: 'No rows match' },
  'table.nothing.next': { zh: '放宽或清除筛选条件后再试。', en: 'Loosen or clear the filters.' },
  'table.choose': { zh: '选择', en: 'Choose' },
  'table.chooseAll': { zh: '全选本页', en: 'Choose all on this page' },
  'table.details': { zh: '详情', en: 'Details' },
  'table.sort': { zh: '排序', en: 'Sort' },
  'table.sort.ascend': { zh: '{column} ↑', en: '{column} ↑' },
  'table.sort.descend': { zh: '{column} ↓', en: '{column} ↓' },
  'table.pages': { zh: '翻页', en: 'Pages' },
  'table.onThisPage': { zh: '本页 {count} 条', en: '{count} on this page' },
  'table.previous': { zh: '上一页', en: 'Previous page' },
  'table.next': { zh: '下一页', en: 'Next page' },
  'table.refresh': { zh: '刷新', en: 'Refresh' },
}
