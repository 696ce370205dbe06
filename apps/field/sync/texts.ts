import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const syncTexts = {
  'field.version.ready': { zh: '新版本已就绪。', en: 'A new version is ready.' },
  'field.version.waits': {
    zh: '新版本已就绪，待 {count} 项工作上报后再更新。',
    en: 'A new version is ready; it waits until {count} acts are sent.',
  },
  'field.version.elsewhere': {
    zh: '本应用已在另一页更新，打开下一页时此页随之更新。',
    en: 'The app was updated in another tab; this one follows with the next page you open.',
  },
  'field.version.now': { zh: '现在更新', en: 'Now' },
  'field.version.take': { zh: '更新', en: 'Update' },
  'field.storage.full': {
    zh: '手机存储空间不足，暂不能接收任务。已保存的照片和记录都在。请到“我的 · 本机数据”清除已接收的照片，或删除不用的离线资料。',
    en: 'The phone is full, so tasks cannot be fetched. Photos and records that were saved are there. Clear photos that were received under Me · On this phone, or remove offline data.',
  },
  'field.storage.notKept': {
    zh: '手机存储已满，刚才的内容没有记下。请先腾出空间，再重新填写或保存。',
    en: 'The phone is full: what you just did was not kept. Make room first, then do it again.',
  },
  'field.clock.off': {
    zh: '手机时间与服务器相差 {minutes} 分钟，照片上写的时间会不对，系统另记校正时间。请在手机设置里打开“自动设置时间”。',
    en: 'The phone’s clock is {minutes} minutes off, so photos bear a wrong time; the corrected one is kept beside it. Set the clock to automatic in the phone’s settings.',
  },
  'field.clock.hint': { zh: '手机时间差 {minutes} 分钟，请先校准', en: 'Clock {minutes} min off: set it first' },
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
