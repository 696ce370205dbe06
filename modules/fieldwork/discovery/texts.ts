import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const discoveryTexts: Sentences = {
  'fieldwork.discovery.list': { zh: '自主发现成果', en: 'What was found in the field' },
  'fieldwork.discovery.templates': { zh: '自主发现的采集模板', en: 'Templates for what is found in the field' },
  'fieldwork.discovery.create.id-taken': {
    zh: '任务编号 {task} 已属于他人，内容已保留，请联系管理员。',
    en: 'The task {task} is somebody else’s; what you sent is kept. Ask the administrator.',
  },
  'fieldwork.discovery.create.unknown-business': {
    zh: '业务“{business}”不能自主上报，请重新选择业务归口。',
    en: 'Nothing can be reported for the business «{business}»; choose another.',
  },
  'fieldwork.discovery.create.outside': {
    zh: '所画范围不在本行政区的底图内，请核对位置后重画。',
    en: 'What was drawn lies outside the base map of this bureau; look where it is and draw it again.',
  },
  'fieldwork.discovery.create.not-here': {
    zh: '您没有在 {area} 做该业务外业的权限，内容已保留，请联系管理员授权。',
    en: 'You may not do this field work in {area}; what you sent is kept. Ask for the right.',
  },
  'fieldwork.photo.removed': {
    zh: '照片已被删除，不能再修改说明。',
    en: 'The photo has been struck out; nothing more can be said of it.',
  },
}
