import type { Sentences } from '../../../../kernel/problems/sentences.ts'

/** Words of the tracking page. */
export const trackingWords: Sentences = {
  'approvals.tracking.note': {
    zh: '收了多少、办到哪里、哪些要超期，一页看清；点地图上的点或案件号看全过程。',
    en: 'What was filed, where it stands, what runs late.',
  },
  'approvals.tracking.none': { zh: '没有符合条件的审批案件', en: 'No application fits' },
  'approvals.tracking.none.next': { zh: '请放宽年份、事项或区划。', en: 'Widen the year, the item or the area.' },
  'approvals.tracking.year': { zh: '收件年份', en: 'Year of filing' },
  'approvals.tracking.yearOf': { zh: '{year} 年', en: '{year}' },
  'approvals.tracking.allYears': { zh: '全部年份', en: 'All years' },
  'approvals.tracking.allItems': { zh: '全部事项', en: 'All items' },
  'approvals.tracking.allAreas': { zh: '全部区划', en: 'All areas' },
  'approvals.tracking.filed': { zh: '收件', en: 'Filed' },
  'approvals.tracking.underWay': { zh: '在办', en: 'Under way' },
  'approvals.tracking.red': { zh: '超期', en: 'Overdue' },
  'approvals.tracking.yellow': { zh: '临期', en: 'Due soon' },
  'approvals.tracking.closed': { zh: '办结', en: 'Closed' },
  'approvals.tracking.onTime': { zh: '按期办结率', en: 'On time' },
  'approvals.tracking.meanDays': { zh: '平均历时（天）', en: 'Mean days' },
  'approvals.tracking.byItems': { zh: '按事项', en: 'By item' },
  'approvals.tracking.byTowns': { zh: '按乡镇', en: 'By town' },
  'approvals.tracking.byMonths': { zh: '逐月收件与办结', en: 'Filed and closed by month' },
  'approvals.tracking.places.count': { zh: '在办 {count} 件有用地范围', en: '{count} under way with their land' },
  'approvals.tracking.places.more': {
    zh: '只显示最先到期的 {count} 件，请按事项或区划缩小范围',
    en: 'The {count} due first; narrow by item or area',
  },
  'approvals.tracking.waits': { zh: '停在「{step}」{days} 天', en: 'at «{step}» for {days} days' },
  'approvals.tracking.noProjects': { zh: '没有在办的项目', en: 'No project under way' },
  'approvals.tracking.noProjects.next': {
    zh: '项目下有在办案件时显示在这里。',
    en: 'Projects with an application under way appear here.',
  },
}
