import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const reuseTexts: Sentences = {
  'fieldwork.photo.reusable': { zh: '可复用的照片', en: 'Photos that can be used again' },
  'fieldwork.photo.reuse': { zh: '复用照片', en: 'Use photos again' },
  'fieldwork.photo.reuse.closed': {
    zh: '案件 {number} 已办结，不能再补充照片。',
    en: 'The case {number} is closed; no photo can be added.',
  },
  'fieldwork.photo.reuse.unknown': {
    zh: '所选照片有的已不存在，请刷新后重新选择。',
    en: 'Some of the photos are not there any more; reload and choose again.',
  },
  'fieldwork.photo.reuse.hidden': {
    zh: '所选照片有的属于您无权查看的案件，请重新选择。',
    en: 'Some of the photos belong to cases you may not see; choose again.',
  },
  'fieldwork.reuse.title': { zh: '成果复用', en: 'Photos of earlier cases' },
  'fieldwork.reuse.none': {
    zh: '50 米内、一年内没有其他案件朝向本范围的照片。',
    en: 'No other case has photos of this range within 50 m and a year.',
  },
  'fieldwork.reuse.take': { zh: '取用 {count} 张', en: 'Take {count}' },
  'fieldwork.reuse.from': { zh: '{number} · {day} · 距 {distance} m', en: '{number} · {day} · {distance} m off' },
}
