import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const statisticsTexts: Sentences = {
  'statistics.title': { zh: '统计', en: 'Statistics' },
  'statistics.by.area': { zh: '按行政区', en: 'By area' },
  'statistics.by.class': { zh: '按地类', en: 'By land class' },
  'statistics.by.state': { zh: '按办理状态', en: 'By state' },
  'statistics.by.conclusion': { zh: '按甄别结论', en: 'By conclusion' },
  'statistics.by.month': { zh: '按发现月份', en: 'By month found' },
  'statistics.count': { zh: '线索数（个）', en: 'Clues' },
  'statistics.area': { zh: '面积（公顷）', en: 'Area (ha)' },
  'statistics.share': { zh: '占比', en: 'Share' },
  'statistics.measure': { zh: '指标', en: 'Measure' },
  'statistics.sum': { zh: '合计', en: 'Total' },
  'statistics.empty': { zh: '还没有可统计的线索', en: 'Nothing to count yet' },
  'statistics.empty.next': {
    zh: '上传并处理第一批线索后，这里按行政区、地类和状态汇总。',
    en: 'Once the first batch has been processed, it is summed up here by area, class and state.',
  },
}
