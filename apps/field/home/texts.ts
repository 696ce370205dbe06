import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const homeTexts = {
  'field.storage': { zh: '本机数据', en: 'On this phone' },
  'field.storage.used': { zh: '共占用 {size}，其中照片 {photos}。', en: '{size} in use, {photos} of them photos.' },
  'field.storage.safe': { zh: '浏览器承诺不自动清理。', en: 'The browser has promised not to clear it.' },
  'field.storage.unsafe': {
    zh: '浏览器在空间不足时可能清理，请把本页「添加到主屏幕」。',
    en: 'The browser may clear it when room runs short: add this page to the home screen.',
  },
  'field.storage.unsent': {
    zh: '{count} 张照片还没有服务器的接收回执，不会被清除。',
    en: '{count} photos have no receipt from the server yet; they are not cleared.',
  },
  'field.storage.left': { zh: '待上报 {count}', en: '{count} to be sent' },
  'field.storage.allSent': { zh: '已全部接收', en: 'All received' },
  'field.storage.clear': { zh: '清除', en: 'Clear' },
  'field.storage.clearAll': { zh: '清除已接收照片', en: 'Clear what is received' },
  'field.storage.freed': { zh: '已清除 {count} 张照片。', en: '{count} photos cleared.' },
  'field.storage.nothing': { zh: '本机没有照片。', en: 'No photos on this phone.' },
} satisfies Sentences
