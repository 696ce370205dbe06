import i18next from 'i18next'
import type { Sentences } from '../../kernel/problems/sentences.ts'
import { homeTexts } from './home/texts.ts'
import { mapTexts } from './map/texts.ts'
import { lockTexts } from './store/lock/texts.ts'
import { storeTexts } from './store/texts.ts'
import { surveyTexts } from './survey/texts.ts'
import { syncTexts } from './sync/texts.ts'
import { tasksTexts } from './tasks/texts.ts'

/** Words that every room of the phone uses; a room's own lie in its folder. */
const shared: Sentences = {
  'field.title': { zh: '舆图外业', en: 'Yutu field' },
  'field.slogan': { zh: '没有信号也能干活，照片一张不丢。', en: 'Works without a signal. Never loses a photo.' },
  'field.task': { zh: '任务', en: 'Task' },
  'field.task.unknown': {
    zh: '这台手机上没有这个任务。联网后回到任务列表再打开。',
    en: 'This phone does not know the task. Go back to the list once online.',
  },
  'field.offline': {
    zh: '现在连不上服务器。可以继续工作，内容保存在手机上，联网后自动上报。',
    en: 'The server cannot be reached. Go on working: all is kept on the phone and sent by itself later.',
  },
  'field.sync.idle': { zh: '已同步', en: 'In sync' },
  'field.sync.working': { zh: '正在同步', en: 'Syncing' },
  'field.sync.waiting': { zh: '待传 {count}', en: '{count} to send' },
  'field.sync.off': { zh: '离线', en: 'Offline' },
  'field.sync.cut': { zh: '离线 · 待传 {count}', en: 'Offline · {count} to send' },
  'field.sync.failed': { zh: '同步出错', en: 'Sync failed' },
  'field.sync.signedOut': { zh: '请重新登录', en: 'Sign in again' },
  'field.state.new': { zh: '未开始', en: 'New' },
  'field.state.draft': { zh: '草稿', en: 'Draft' },
  'field.state.saved': { zh: '已保存', en: 'Saved' },
  'field.state.submitting': { zh: '待上报', en: 'To be sent' },
  'field.state.submitted': { zh: '已上报', en: 'Handed in' },
  'field.state.returned': { zh: '退回', en: 'Returned' },
  'field.state.aside': { zh: '需处理', en: 'Needs you' },
  'field.place.waiting': { zh: '正在定位，请到开阔处', en: 'Looking for your position; go into the open' },
  'field.place.denied': {
    zh: '没有允许定位。请在浏览器设置里允许本页使用位置。',
    en: 'Position was not allowed. Allow it in the browser’s settings.',
  },
  'field.place.old': {
    zh: '位置已有一会儿没有更新，请到开阔处稍等。',
    en: 'The position is not up to date; wait in the open.',
  },
  'field.place.unavailable': {
    zh: '暂时定不了位，请到开阔处稍等。',
    en: 'No position at the moment; wait in the open.',
  },
}

const fieldTexts: Sentences = {
  ...shared,
  ...homeTexts,
  ...mapTexts,
  ...lockTexts,
  ...storeTexts,
  ...syncTexts,
  ...surveyTexts,
  ...tasksTexts,
}

/** The words of the phone page, beside those it shares with the console. */
export function addFieldTexts(): void {
  for (const language of ['zh', 'en'] as const) {
    const own = Object.fromEntries(Object.entries(fieldTexts).map(([key, text]) => [key, text[language]]))
    i18next.addResources(language, 'translation', own)
  }
}
