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
  'forms.rule-broken': { zh: '{zh}', en: '{en}' },
  'forms.format.creditCode': {
    zh: '统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z），请核对营业执照。',
    en: 'A unified social credit code has 18 digits and capitals (no I, O, S, V, Z); compare it with the licence.',
  },
  'forms.format.creditCode.check-digit': {
    zh: '统一社会信用代码校验位不符，有一位录错，请核对营业执照。',
    en: 'The check digit of the credit code does not fit: one character is mistyped; compare it with the licence.',
  },
  'forms.format.identityNumber': {
    zh: '身份证号应为 18 位（末位可为 X），出生日期须存在，请核对证件。',
    en: 'An identity number has 18 digits (the last may be X) with a real day of birth; compare it with the card.',
  },
  'forms.format.identityNumber.check-digit': {
    zh: '身份证号校验位不符，有一位录错，请核对证件。',
    en: 'The check digit of the identity number does not fit: one digit is mistyped; compare it with the card.',
  },
  'forms.format.mobile': {
    zh: '手机号应为 1 开头的 11 位数字。',
    en: 'A mobile number has 11 digits and begins with 1.',
  },
  'forms.format.phone': {
    zh: '电话应为区号加号码（如 0916-2345678）或 11 位手机号。',
    en: 'Write the area code and number (0916-2345678) or a mobile number of 11 digits.',
  },
  'forms.format.postcode': { zh: '邮政编码应为 6 位数字。', en: 'A postcode has 6 digits.' },
  'forms.format.realEstateUnit': {
    zh: '不动产单元代码应为 28 位（GB/T 37346），如 610724001002GB00012F00010003。',
    en: 'A real-estate unit code has 28 characters (GB/T 37346), like 610724001002GB00012F00010003.',
  },
  'forms.not-person': { zh: '请从名单中选择人员。', en: 'Choose a person from the list.' },
  'forms.not-organisation': { zh: '请从名单中选择单位。', en: 'Choose an organisation from the list.' },
  'forms.unknown-person': {
    zh: '没有人员 {name}，或账号已停用，请重新选择。',
    en: '{name} does not work here any more; choose again.',
  },
  'forms.unlisted-organisation': {
    zh: '「{name}」不在机构代码表中，请从列表中选择。',
    en: '«{name}» is not in the table of organisations; choose one of the list.',
  },
  'forms.unknown-organisation': {
    zh: '没有单位 {name}，请重新选择。',
    en: 'There is no organisation {name}; choose again.',
  },
  'forms.not-files': {
    zh: '附件列表无法识别，请重新上传。',
    en: 'The list of files cannot be read; upload them again.',
  },
  'forms.too-few-files': {
    zh: '至少 {min} 个附件，现有 {count} 个，请补充。',
    en: 'At least {min} files; there are {count}. Add more.',
  },
  'forms.too-many-files': {
    zh: '最多 {max} 个附件，现有 {count} 个，请删减。',
    en: 'At most {max} files; there are {count}. Remove some.',
  },
  'forms.file-type': {
    zh: '{name} 的类型不在允许之列（{types}），请转换后上传。',
    en: '{name} is not of an allowed type ({types}); convert it first.',
  },
  'forms.file-too-large': {
    zh: '{name} 有 {size} MB，最多 {most} MB，请压缩或拆分。',
    en: '{name} has {size} MB, at most {most} MB; compress or split it.',
  },
  'forms.file-without-kind': { zh: '请为 {name} 选择材料类别。', en: 'Say of what kind {name} is.' },
  'forms.file-kind-missing': { zh: '缺少“{zh}”（至少 {min} 份）。', en: '“{en}” is missing (at least {min}).' },
  'forms.file-lost': {
    zh: '附件 {name} 没有收到，请重新上传。',
    en: 'The file {name} has not arrived; upload it again.',
  },
  'forms.not-drawn': { zh: '图形无法识别，请重新绘制。', en: 'The shape cannot be read; draw it again.' },
  'forms.too-few-shapes': {
    zh: '至少 {min} 个图形，现有 {count} 个。',
    en: 'At least {min} shapes; there are {count}.',
  },
  'forms.too-many-shapes': {
    zh: '最多 {max} 个图形，现有 {count} 个，请删减。',
    en: 'At most {max} shapes; there are {count}. Remove some.',
  },
  'forms.shape-without-area': { zh: '图形没有面积，请重新绘制。', en: 'The shape has no area; draw it again.' },
  'forms.shape-crosses-itself': {
    zh: '图形自相交或有重复点，请删除后重新绘制。',
    en: 'The shape crosses itself or repeats a point; remove it and draw it again.',
  },
  'forms.shapes-overlap': { zh: '图形相互重叠，请删除其一。', en: 'The shapes overlap; remove one.' },
  'forms.line-without-length': { zh: '线没有长度，请重新绘制。', en: 'The line has no length; draw it again.' },
  'forms.outside-scope': {
    zh: '图形超出本案范围，请在范围内绘制。',
    en: 'The shape reaches beyond the scope of the case; draw it inside.',
  },
  'forms.not-signed': { zh: '请签名。', en: 'Sign here.' },
  'forms.signature-stale': {
    zh: '{name} 签名后表单内容有改动，签名失效；请恢复原值或重新签名。',
    en: 'The form was changed after {name} signed it; put the values back or sign again.',
  },
  'forms.signature-of-another': {
    zh: '签名不是本人的，请清除后由您本人签名。',
    en: 'The signature is somebody else’s; clear it and sign yourself.',
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
  'forms.definition.no-title': { zh: '缺少中文名称，请填写。', en: 'The Chinese title is missing; write one.' },
  'forms.definition.no-fields': { zh: '表单没有字段，请添加。', en: 'The form has no fields; add some.' },
  'forms.definition.bad-name': {
    zh: '字段名须以字母或汉字开头，只含字母、汉字、数字、下划线，且不是表达式保留字。',
    en: 'A name begins with a letter, holds letters, digits and _, and is no word of the expression language.',
  },
  'forms.definition.section-twice': { zh: '分组名重复，请改名。', en: 'The section is there twice; rename one.' },
  'forms.definition.unknown-section': {
    zh: '没有分组 {section}，请重新选择。',
    en: 'There is no section {section}; choose again.',
  },
  'forms.definition.unknown-name': {
    zh: '表达式中的 {name} 不是本表单的字段，请改正。',
    en: 'The expression says {name}, which is no field of this form; correct it.',
  },
  'forms.definition.computed-later': {
    zh: '用到了后面才计算的 {name}；请把 {name} 移到它前面。',
    en: 'It uses {name}, which is worked out later; move {name} before it.',
  },
  'forms.definition.computed-required': {
    zh: '自动计算的字段不能设为必填，请去掉其一。',
    en: 'A field that is worked out cannot be asked for; take one away.',
  },
  'forms.definition.bounds': {
    zh: '下限 {least} 大于上限 {most}，请改正。',
    en: 'The least ({least}) is above the most ({most}); correct it.',
  },
  'forms.definition.not-searchable': {
    zh: '这类字段不能用于检索，请取消。',
    en: 'Cases cannot be found by a field of this type; take the mark away.',
  },
  'forms.definition.option-twice': {
    zh: '选项 {value} 为空或重复，请改正。',
    en: 'The option {value} is empty or there twice; correct it.',
  },
  'forms.definition.no-dictionary': { zh: '请选择代码表及版本。', en: 'Choose a code table and its edition.' },
  'forms.definition.no-columns': { zh: '表格没有列，请添加。', en: 'The table has no columns; add some.' },
  'forms.definition.unknown-format': {
    zh: '没有格式 {format}，请重新选择。',
    en: 'There is no format {format}; choose again.',
  },
  'forms.definition.no-default-here': { zh: '这类字段不能有默认值。', en: 'A field of this type has no default.' },
  'forms.definition.bad-default': {
    zh: '默认值不符合字段要求，请改正。',
    en: 'The default is not what the field takes; correct it.',
  },
  'forms.definition.no-message': {
    zh: '请填写规则不成立时的提示。',
    en: 'Write what is said when the rule does not hold.',
  },
  'forms.definition.rule-without-field': {
    zh: '规则的提示位置 {name} 不是表单字段，请重新选择。',
    en: 'The rule stands at {name}, which is no field; choose again.',
  },
}
