import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const syncTexts = {
  'field.version.ready': { zh: '新版本已就绪。', en: 'A new version is ready.' },
  'field.version.waits': {
    zh: '新版本已就绪，待 {count} 项工作上报后再更新。',
    en: 'A new version is ready; it waits until {count} acts are sent.',
  },
  'field.version.take': { zh: '更新', en: 'Update' },
  'field.photo.lost': { zh: '原图丢失，请重拍', en: 'The original is gone: take it again' },
  'field.act.merged': {
    zh: '他人同时修改了其他内容，已自动合并。',
    en: 'Others changed other things meanwhile; both count.',
  },
  'field.settled.noReason': { zh: '未填写理由', en: 'no reason given' },
  'field.settled.adopted': { zh: '{by} 已采纳：{reason}', en: '{by} has adopted it: {reason}' },
  'field.settled.declined': { zh: '{by} 未采纳：{reason}', en: '{by} has declined it: {reason}' },
  'field.settled.mine': {
    zh: '冲突已由 {by} 处理，采用您的版本：{reason}',
    en: '{by} settled the conflict, yours counts: {reason}',
  },
  'field.settled.theirs': {
    zh: '冲突已由 {by} 处理，保留原有版本：{reason}',
    en: '{by} settled the conflict and left what was there: {reason}',
  },
  'field.settled.merged': { zh: '冲突已由 {by} 逐项合并：{reason}', en: '{by} merged both versions: {reason}' },
} satisfies Sentences
