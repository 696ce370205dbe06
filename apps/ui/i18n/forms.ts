import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const formTexts: Sentences = {
  'form.draft.saved': { zh: '草稿已保存 {at}', en: 'Draft saved {at}' },
  'form.draft.saving': { zh: '正在保存草稿', en: 'Saving draft' },
  'form.draft.local': {
    zh: '草稿暂存在本机，恢复连接后提交',
    en: 'Draft kept on this machine until the connection is back',
  },
  'form.row.add': { zh: '增加一行', en: 'Add a row' },
  'form.row.remove': { zh: '删除第 {number} 行', en: 'Remove row {number}' },
  'form.photos.count': { zh: '{count} 张照片', en: '{count} photos' },
  'form.photos.atLeast': { zh: '至少 {min} 张', en: 'at least {min}' },
  'form.computed': { zh: '自动计算', en: 'Worked out' },
  'form.empty': { zh: '这一步没有要填写的表单', en: 'This step has no form' },
  'form.empty.next': { zh: '请在下方写意见并选择去向。', en: 'Write an opinion below and choose the way on.' },
  'forms.required': { zh: '必填', en: 'Required' },
  'forms.unknown-field': { zh: '表单里没有这个字段', en: 'The form has no such field' },
  'forms.read-only': { zh: '这一步不能修改此字段', en: 'This step may not change this field' },
  'forms.too-few-photos': {
    zh: '至少需要 {min} 张照片，现有 {count} 张',
    en: 'At least {min} photos are needed, there are {count}',
  },
  'forms.too-many-photos': { zh: '最多 {max} 张照片，现有 {count} 张', en: 'At most {max} photos, there are {count}' },
  'forms.too-few-rows': {
    zh: '至少需要 {minRows} 行，现有 {count} 行',
    en: 'At least {minRows} rows are needed, there are {count}',
  },
  'forms.too-many-rows': { zh: '最多 {maxRows} 行，现有 {count} 行', en: 'At most {maxRows} rows, there are {count}' },
  'forms.not-a-list': { zh: '应当是列表', en: 'Should be a list' },
  'forms.not-a-row': { zh: '应当是一行记录', en: 'Should be a row' },
}
