import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const storeTexts = {
  'field.store.newer': {
    zh: '本应用已在另一页升级，此页是旧版本。照片和记录都在；请刷新此页，或关闭后重新打开。',
    en: 'The app was updated in another tab; this page is the older one. Photos and records are all there: reload this page, or close and open it.',
  },
  'field.store.blocked': {
    zh: '正在升级本机数据；请关闭本应用的其他页面，然后稍候。',
    en: 'What is kept here is being upgraded: close the other tabs of this app, then wait a moment.',
  },
  'field.rescue': { zh: '救援导出', en: 'Rescue export' },
  'field.rescue.what': {
    zh: '把尚未被服务器接收的照片和本机的记录、任务存成一个压缩包，交给管理员导入。内容保持加密，只有服务器能解开。即使程序打不开，这一页仍可使用。',
    en: 'Saves the photos no server has taken yet, and the acts and tasks on this phone, in one archive for the administrator. It stays sealed; only the server can open it. This page works even when the rest does not.',
  },
  'field.rescue.holds': {
    zh: '本机有 {photos} 张尚未接收的照片、{operations} 项未完成的记录。',
    en: '{photos} photos no server has taken yet and {operations} unfinished acts are on this phone.',
  },
  'field.rescue.save': { zh: '保存救援包', en: 'Save the archive' },
  'field.rescue.packing': { zh: '正在打包：{done}/{all} 张照片', en: 'Packing: {done} of {all} photos' },
  'field.rescue.failed': {
    zh: '读取本机数据失败：{message}。请勿清除浏览器数据，并联系管理员。',
    en: 'Reading what is on this phone failed: {message}. Do not clear the browser; tell the administrator.',
  },
} satisfies Sentences
