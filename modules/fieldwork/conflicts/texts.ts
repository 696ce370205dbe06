import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const conflictTexts = {
  'fieldwork.device.key': { zh: '领取本机数据密钥', en: 'Get the key of what is kept on a phone' },
  'fieldwork.device.key.sign-in': {
    zh: '本机设有离线口令或已被停用：请重新登录，登录后 {minutes} 分钟内可解锁本机数据。',
    en: 'This phone has a PIN, or was revoked: sign in again; within {minutes} minutes of that its data can be unlocked.',
  },
  'fieldwork.sync.too-old': {
    zh: '手机应用版本过旧（协议 {protocol}，至少需要 {oldest}）。未上报的工作仍在本机：先到「本机数据」保存救援包，再联网重新打开页面完成更新。',
    en: 'The app is too old (protocol {protocol}, at least {oldest} is needed). Unsent work is still on the phone: save the rescue archive under «On this phone», then open the page again with a network to update.',
  },
  'fieldwork.sync.too-new': {
    zh: '手机应用比服务器新（协议 {protocol}，服务器支持到 {newest}）。工作仍在本机，等服务器升级后会自动上报；急需时可保存救援包交管理员导入。',
    en: 'The app is newer than the server (protocol {protocol}, the server knows {newest}). The work stays on the phone and is sent when the server is updated; if it is urgent, save the rescue archive for the administrator.',
  },
  'fieldwork.operation.decline': { zh: '不采纳外业操作', en: 'Decline field work' },
  'fieldwork.conflict.resolve': { zh: '处理外业冲突', en: 'Settle a conflict' },
  'fieldwork.conflict.view': { zh: '查看外业冲突', en: 'See a conflict' },
  'fieldwork.conflict.none': {
    zh: '该操作的状态为 {status}，不是冲突；请采纳或不采纳整项操作。',
    en: 'This act is «{status}», not a conflict: adopt or decline it as a whole.',
  },
  'fieldwork.conflict.unknown-field': {
    zh: '该操作不含字段 {field}，请刷新后重选。',
    en: 'The act has no field {field}; reload and choose again.',
  },
  'fieldwork.task.pull': { zh: '获取任务更新', en: 'Get what is new of tasks' },
} satisfies Sentences
