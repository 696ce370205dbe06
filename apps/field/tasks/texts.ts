import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const tasksTexts = {
  'field.tasks': { zh: '外业任务', en: 'Field tasks' },
  'field.tasks.none': { zh: '现在没有任务', en: 'No tasks now' },
  'field.tasks.none.next': {
    zh: '内业派发任务后，连上网络会显示在这里。',
    en: 'Tasks the office sends appear here once there is a network.',
  },
  'field.claim': { zh: '签收并下载', en: 'Claim and download' },
  'field.package': { zh: '下载任务资料', en: 'Download the package' },
  'field.claim.why': {
    zh: '签收后下载调查范围、底图和表单，之后没有信号也能工作。',
    en: 'The range, base map and form are downloaded, so that you can work without a signal.',
  },
  'field.due': { zh: '{day} 到期', en: 'due {day}' },
  'field.distance.unknown': { zh: '距离未知', en: 'Distance unknown' },
  'field.photos.count': { zh: '{count} 张照片', en: '{count} photos' },
} satisfies Sentences
