import type { Title } from './definition.ts'

/** Findings on a form and refusals of its definition, by code. */
export const formsTexts: Record<string, Title> = {
  'forms.required': { zh: '请填写。', en: 'Fill this in.' },
  'forms.read-only': {
    zh: '本环节不能修改此项，请恢复原值。',
    en: 'This step may not change it; put the old value back.',
  },
  'forms.unknown-field': {
    zh: '表单没有此项，请刷新后重新填写。',
    en: 'The form has no such field; reload and fill it in again.',
  },
  'forms.not-text': { zh: '应为文字。', en: 'This takes text.' },
  'forms.too-long': {
    zh: '最多 {maxLength} 个字，现有 {length} 个，请缩短。',
    en: 'At most {maxLength} characters; there are {length}. Shorten it.',
  },
  'forms.wrong-pattern': {
    zh: '格式不符（{pattern}），请检查。',
    en: 'It does not have the form {pattern}; check it.',
  },
  'forms.not-a-number': { zh: '应为数字。', en: 'This takes a number.' },
  'forms.too-small': { zh: '不能小于 {min}。', en: 'It cannot be less than {min}.' },
  'forms.too-large': { zh: '不能大于 {max}。', en: 'It cannot be more than {max}.' },
  'forms.too-many-decimals': { zh: '最多 {decimals} 位小数。', en: 'At most {decimals} decimals.' },
  'forms.not-a-date': { zh: '日期无效，应如 2026-11-22。', en: 'Not a date; write it like 2026-11-22.' },
  'forms.date-in-future': { zh: '日期不能晚于今天（{today}）。', en: 'The date cannot be after today ({today}).' },
  'forms.unknown-code': {
    zh: '代码 {value} 不在 {scheme}（{edition}）中，请从列表选择。',
    en: 'The code {value} is not in {scheme} ({edition}); choose from the list.',
  },
  'forms.unknown-dictionary': {
    zh: '代码表 {scheme}（{edition}）尚未导入，请联系管理员。',
    en: 'The code table {scheme} ({edition}) is not loaded; tell the administrator.',
  },
  'forms.unknown-choice': { zh: '没有选项 {value}，请重新选择。', en: 'There is no choice {value}; choose again.' },
  'forms.not-yes-or-no': { zh: '请选择是或否。', en: 'Choose yes or no.' },
  'forms.not-a-list': { zh: '应为列表。', en: 'This takes a list.' },
  'forms.not-a-row': {
    zh: '此行无法识别，请删除后重填。',
    en: 'This row cannot be read; remove it and fill it in again.',
  },
  'forms.too-few-rows': {
    zh: '至少 {minRows} 行，现有 {count} 行。',
    en: 'At least {minRows} rows; there are {count}.',
  },
  'forms.too-many-rows': {
    zh: '最多 {maxRows} 行，现有 {count} 行。',
    en: 'At most {maxRows} rows; there are {count}.',
  },
  'forms.not-photos': {
    zh: '照片列表无法识别，请重新选择照片。',
    en: 'The list of photos cannot be read; choose the photos again.',
  },
  'forms.too-few-photos': {
    zh: '至少 {min} 张照片，现有 {count} 张，请补拍。',
    en: 'At least {min} photos; there are {count}. Take more.',
  },
  'forms.too-many-photos': {
    zh: '最多 {max} 张照片，现有 {count} 张，请删减。',
    en: 'At most {max} photos; there are {count}. Remove some.',
  },
  'forms.definition.unknown': {
    zh: '没有表单 {key}（版本 {version}），请联系管理员发布。',
    en: 'There is no form {key} (version {version}); ask the administrator to publish it.',
  },
  'forms.definition.unsound': {
    zh: '表单 {key} 的字段 {field} 定义有误（{issue}），未发布；请更正。',
    en: 'The field {field} of the form {key} is not sound ({issue}); correct it and publish again.',
  },
  'forms.definition.version-taken': {
    zh: '表单 {key} 的版本 {version} 已发布且内容不同；请使用新的版本号。',
    en: 'Version {version} of the form {key} is published with another content; use a new version.',
  },
  'forms.definition.name-twice': { zh: '字段名重复，请改名。', en: 'The field name is used twice; rename one.' },
  'forms.definition.no-options': { zh: '选择项为空，请添加选项。', en: 'There is nothing to choose; add options.' },
  'forms.definition.bad-expression': { zh: '表达式有误：{fault}。', en: 'The expression cannot be read: {fault}.' },
  'forms.definition.bad-pattern': { zh: '格式表达式有误：{pattern}。', en: 'The pattern cannot be read: {pattern}.' },
}
