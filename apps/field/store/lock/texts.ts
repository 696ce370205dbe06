import type { Sentences } from '../../../../kernel/problems/sentences.ts'

export const lockTexts = {
  'field.lock.title': { zh: '本机数据已锁定', en: 'What is on this phone is locked' },
  'field.lock.pin': { zh: '离线口令', en: 'Offline PIN' },
  'field.lock.open': { zh: '解锁', en: 'Unlock' },
  'field.lock.opening': { zh: '正在解锁…', en: 'Unlocking …' },
  'field.lock.wrong': {
    zh: '口令不对，还可再试 {left} 次。',
    en: 'That is not the PIN; {left} tries are left.',
  },
  'field.lock.spent': {
    zh: '口令连续输错，已失效。未上报的工作仍加密保存在本机，联网重新登录后恢复。',
    en: 'Too many wrong tries: the PIN is void. Unsent work is still here, sealed; sign in with a network and it comes back.',
  },
  'field.lock.noPin': {
    zh: '没有设置离线口令，需要联网登录一次才能打开本机数据。',
    en: 'No offline PIN is set: sign in once with a network to open what is kept here.',
  },
  'field.lock.kept': {
    zh: '锁定不影响已保存的照片和记录，解锁后继续上报。',
    en: 'Photos and records stay as they are and are sent on when it is unlocked.',
  },
  'field.lock.signIn': { zh: '重新登录', en: 'Sign in again' },
  'field.lock.now': { zh: '立即锁定', en: 'Lock now' },
  'field.pin': { zh: '离线口令', en: 'Offline PIN' },
  'field.pin.why': {
    zh: '本机数据已加密。设置 6–12 位数字口令后，没有网络也能打开；连续输错 5 次口令失效，需联网重新登录，未上报的工作不会丢失。',
    en: 'What is kept here is sealed. With a PIN of 6–12 digits it opens without a network. After 5 wrong tries the PIN is void and a sign-in with a network is needed; unsent work is not lost.',
  },
  'field.pin.choose': { zh: '设置口令（6–12 位数字）', en: 'PIN (6–12 digits)' },
  'field.pin.new': { zh: '新口令（6–12 位数字）', en: 'New PIN (6–12 digits)' },
  'field.pin.again': { zh: '再输一次', en: 'Once more' },
  'field.pin.form': { zh: '口令须为 6–12 位数字。', en: 'A PIN has 6–12 digits.' },
  'field.pin.differ': { zh: '两次输入不一致。', en: 'The two are not the same.' },
  'field.pin.done': { zh: '离线口令已设置。', en: 'The offline PIN is set.' },
  'field.pin.reminder': {
    zh: '尚未设置离线口令：关闭页面后没有网络将打不开。点此设置',
    en: 'No offline PIN yet: once closed, this page will not open without a network. Set one',
  },
  'field.revoked.sending': {
    zh: '本机已被停用，正在把未上报的工作交给服务器（不会直接生效，由管理人员处理），完成后清除本机数据。',
    en: 'This phone was revoked. What is unsent is being handed to the server (set apart for a person to look at); then all is erased here.',
  },
  'field.revoked.title': { zh: '本机已停用', en: 'This phone is revoked' },
  'field.revoked.handed': {
    zh: '本机未上报的 {count} 项工作已先交给服务器，由管理人员处理。',
    en: '{count} acts that were unsent were handed to the server first; a person will look at them.',
  },
  'field.revoked.erased': {
    zh: '数据已清除，登录已退出。需要继续使用，请联系管理员。',
    en: 'It has been erased and you are signed out. Ask the administrator to go on.',
  },
} satisfies Sentences
