import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const templateTexts: Sentences = {
  'fieldwork.template.list': { zh: '举证模板', en: 'Evidence templates' },
  'fieldwork.template.versions': { zh: '举证模板的版本', en: 'Versions of an evidence template' },
  'fieldwork.template.publish': { zh: '发布举证模板', en: 'Publish an evidence template' },
  'fieldwork.template.unknown': {
    zh: '业务“{business}”没有举证模板，请刷新。',
    en: 'The business «{business}» has no evidence template; reload.',
  },
  'fieldwork.template.publish.moved': {
    zh: '已有人发布了第 {version} 版，请打开新版后再修改。',
    en: 'Somebody has published version {version} meanwhile; open it and make your changes there.',
  },
  'fieldwork.template.publish.no-kind': {
    zh: '至少要有一种照片类型。',
    en: 'At least one kind of photo is needed.',
  },
  'fieldwork.template.publish.seen': {
    zh: '边界可见比例应在 0 到 100% 之间。',
    en: 'The share of the border to be seen lies between 0 and 100 %.',
  },
  'fieldwork.template.publish.gap': {
    zh: '最大空缺角应在 30° 到 360° 之间（360° 为不要求）。',
    en: 'The widest gap lies between 30° and 360° (360° asks for nothing).',
  },
  'fieldwork.template.publish.class': {
    zh: '三调工作分类中没有以 {DLBM} 开头的地类。',
    en: 'No land class of the survey begins with {DLBM}.',
  },
  'fieldwork.template.publish.no-class': {
    zh: '有一条地类规则没有选择地类。',
    en: 'A rule names no land class.',
  },
  'fieldwork.template.publish.double': {
    zh: '照片类型“{zh}”（{code}）出现了两次，请合并或改代码。',
    en: 'The kind {code} occurs twice; put them together or change the code.',
  },
  'fieldwork.template.publish.range': {
    zh: '照片类型“{zh}”的上限 {max} 小于下限 {min}。',
    en: 'A kind allows at most {max} photos but asks for at least {min}.',
  },
}
