/** Refusals of the resource tree, numbers and snapshots, by code. */
export const documentsTexts: Record<string, { zh: string; en: string }> = {
  'documents.number.no-serial': {
    zh: '编号规则「{pattern}」应恰有一处 {serial}，请更正规则。',
    en: 'The number pattern «{pattern}» needs exactly one serial; correct it.',
  },
  'documents.number.not-in-use': {
    zh: '编号 {number} 未取用或已作废，无需再作废。',
    en: 'The number {number} was never taken or is void already.',
  },
  'documents.resource.no-title': { zh: '材料需要名称，请填写。', en: 'A file needs a title; fill it in.' },
  'documents.resource.empty': {
    zh: '「{title}」没有内容，请先上传文件。',
    en: '«{title}» has no content; upload the file first.',
  },
  'documents.resource.bad-folder': {
    zh: '目录名「{folder}」含有不允许的字符，请改名。',
    en: 'The folder «{folder}» has characters that are not allowed; rename it.',
  },
  'documents.resource.unknown': {
    zh: '没有这份材料，可能已被移除；请刷新。',
    en: 'There is no such file; it may have been removed. Reload.',
  },
  'documents.resource.not-latest': {
    zh: '这份材料已有更新的版本或已被移除，请刷新后再上传新版本。',
    en: 'There is a newer version of this file, or it was removed; reload, then send yours.',
  },
  'documents.resource.archived': {
    zh: '案件 {number} 已归档，材料不能增减。',
    en: 'Case {number} is archived; its files can no longer be changed.',
  },
  'documents.snapshot.taken': {
    zh: '案件 {number} 已有快照，不重复归档。',
    en: 'Case {number} has its snapshot already.',
  },
  'documents.snapshot.unknown': {
    zh: '没有这份快照，请返回快照列表。',
    en: 'There is no such snapshot; go back to the list.',
  },
  'documents.snapshot.bad-cursor': {
    zh: '翻页位置无效，请从第一页重新查询。',
    en: 'The page cannot be found; search again from the first.',
  },
}
