import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const rescueTexts = {
  'fieldwork.rescue.import': { zh: '导入救援包', en: 'Import a rescue archive' },
  'fieldwork.rescue.take': { zh: '导入救援包', en: 'Import of a rescue archive' },
  'fieldwork.rescue.list': { zh: '救援包导入记录', en: 'Imported rescue archives' },
  'fieldwork.rescue.view': { zh: '查看救援包导入', en: 'See an import' },
  'fieldwork.rescue.unknown': {
    zh: '没有这次导入，或不是您发起的；请刷新列表。',
    en: 'There is no such import of yours; reload the list.',
  },
  'fieldwork.rescue.stage.opening': { zh: '正在打开救援包', en: 'Opening the archive' },
  'fieldwork.rescue.stage.photos': { zh: '正在取出照片', en: 'Taking out photos' },
  'fieldwork.rescue.stage.acts': { zh: '正在接收操作', en: 'Receiving acts' },
  'fieldwork.rescue.stage.done': { zh: '导入完成', en: 'All is in' },
  'fieldwork.rescue.import.not-an-archive': {
    zh: '这不是救援包：其中没有 {file}。请在手机「救援导出」页重新保存后再导入。',
    en: 'This is no rescue archive: {file} is not in it. Save it again on the phone under «Rescue export».',
  },
  'fieldwork.rescue.import.not-readable': {
    zh: '救援包中的 {file} 已损坏，无法读取；请在手机「救援导出」页重新保存后再导入。',
    en: '{file} in the archive is damaged and cannot be read. Save the archive again on the phone under «Rescue export».',
  },
  'fieldwork.rescue.row.no-key': {
    zh: '用本服务器不认识的密钥加密，无法打开；请在登记该手机的服务器上导入。',
    en: 'Sealed with a key this server does not know; import the archive on the server the phone is registered with.',
  },
  'fieldwork.rescue.row.malformed': {
    zh: '内容残缺，不是一项完整的操作；请保留救援包并联系管理员。',
    en: 'Incomplete: not a whole act. Keep the archive and tell the administrator.',
  },
  'fieldwork.rescue.photo.no-key': {
    zh: '没有能打开它的密钥，或内容已被改动；请在登记该手机的服务器上导入，或从手机重新导出。',
    en: 'No key opens it, or it was altered; import it on the server the phone is registered with, or save it anew on the phone.',
  },
  'fieldwork.rescue.photo.differs': {
    zh: '内容与校验值不符，未导入；请从手机重新导出救援包。',
    en: 'It differs from its digest and was not taken in; save the archive anew on the phone.',
  },
  'fieldwork.rescue.act.no-person': {
    zh: '手机未在本系统登记，其使用人也不存在；请先登记该人员，再次导入。',
    en: 'The phone is not registered here and its owner is unknown; add the person, then import again.',
  },
  'fieldwork.rescue.act.held': {
    zh: '任务已收回、改派或手机已停用：已暂存，请在「暂存」中决定是否采纳。',
    en: 'The task was taken back or given to another, or the phone revoked: it is held; decide of it under «Held».',
  },
  'fieldwork.rescue.act.conflict': {
    zh: '与他人的修改冲突（{count} 处）：两个版本都已保留，请在「冲突」中处理。',
    en: 'It conflicts with what others changed ({count}): both versions are kept; settle it under «Conflicts».',
  },
  'fieldwork.rescue.act.quarantined': {
    zh: '校验不符，已隔离保存，请在「隔离」中查看。',
    en: 'It does not agree with itself and is set apart; see «Set apart».',
  },
  'fieldwork.rescue.act.waits-earlier': {
    zh: '前面的操作不在救援包中也尚未上报；已保存，待其到达后自动生效。',
    en: 'An earlier act is neither in the archive nor here; it is kept and takes effect when that one comes.',
  },
  'fieldwork.rescue.act.waits-photo': {
    zh: '所指照片的原图不在救援包中也尚未上报；已保存，待原图到达后自动生效。',
    en: 'The original it names is neither in the archive nor here; it is kept and takes effect when that one comes.',
  },
} satisfies Sentences
