import type { Sentences } from '../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'forms.draft.save': { zh: '保存表单草稿', en: 'Save the draft form' },
  'forms.draft.unknown': {
    zh: '没有正在编辑的表单 {key}，可能已发布或被放弃；请返回列表刷新。',
    en: 'Nobody is drawing the form {key}: it may be published or thrown away. Go back to the list.',
  },
  'forms.draft.save.proposed': {
    zh: '表单 {key} 已由 {name} 提请发布，等待确认期间不能修改；请先由其撤回，或由确认人退回。',
    en: '{name} has proposed the form {key}; until it is answered it cannot be changed. Have it withdrawn or sent back.',
  },
  'forms.draft.save.changed-meanwhile': {
    zh: '{name} 刚刚改动了表单 {key}；请重新加载后再改。',
    en: '{name} has just changed the form {key}; reload and change it again.',
  },
  'forms.draft.save.gone': {
    zh: '表单 {key} 的草稿已发布或被放弃；请重新加载。',
    en: 'The draft of the form {key} is published or thrown away; reload.',
  },
  'forms.draft.discard': { zh: '放弃表单草稿', en: 'Throw the draft away' },
  'forms.form.propose': { zh: '提请发布表单', en: 'Propose the form' },
  'forms.form.propose.unsound': {
    zh: '表单 {key} 有 {count} 处问题（首处在 {field}），改正后再提请发布。',
    en: 'The form {key} has {count} faults, the first at {field}; correct them and propose it again.',
  },
  'forms.form.propose.unchanged': {
    zh: '表单 {key} 与已发布的版本相同，无需发布。',
    en: 'The form {key} is the same as its published version; there is nothing to publish.',
  },
  'forms.form.confirm': { zh: '确认发布表单', en: 'Confirm the form' },
  'forms.form.confirm.not-proposed': {
    zh: '表单 {key} 没有提请发布，可能已被撤回或退回；请重新加载。',
    en: 'The form {key} is not proposed: it was withdrawn or sent back. Reload.',
  },
  'forms.form.confirm.same-person': {
    zh: '提请人和最后修改人不能自行确认表单 {key}；请由 {names} 确认。',
    en: 'Whoever proposed or last changed the form {key} cannot confirm it; ask {names}.',
  },
  'forms.form.confirm.nobody': {
    zh: '提请人和最后修改人不能自行确认表单 {key}，目前没有其他人有确认权；请安全管理员授权一人。',
    en: 'Whoever proposed or last changed the form {key} cannot confirm it, and nobody else may; have the right granted.',
  },
  'forms.form.withdraw': { zh: '撤回发布申请', en: 'Withdraw the proposal' },
  'forms.form.withdraw.of-another': {
    zh: '发布申请由 {name} 提出，只能由其撤回；确认人可以退回。',
    en: '{name} proposed it and alone can withdraw it; whoever confirms can send it back.',
  },
  'forms.form.decline': { zh: '退回发布申请', en: 'Send the proposal back' },
  'forms.form.list': { zh: '表单列表', en: 'Forms' },
  'forms.form.view': { zh: '查看表单', en: 'View a form' },
  'forms.form.version': { zh: '查看表单版本', en: 'View a version' },
  'forms.definition.unknown-dictionary': {
    zh: '代码表 {scheme}（{edition}）不存在或未发布，请先发布。',
    en: 'The code table {scheme} ({edition}) is not there or not published; publish it first.',
  },
  'forms.dictionary.list': { zh: '代码表列表', en: 'Code tables' },
  'forms.dictionary.view': { zh: '查看代码表', en: 'View a code table' },
  'forms.dictionary.rows': { zh: '代码表条目', en: 'Items of a code table' },
  'forms.dictionary.items': { zh: '选取代码', en: 'Choose a code' },
  'forms.dictionary.export': { zh: '导出代码表', en: 'Export a code table' },
  'forms.dictionary.begin': { zh: '新建代码表版本', en: 'New edition' },
  'forms.dictionary.begin.taken': {
    zh: '代码表 {scheme} 已有版本 {edition}；请换一个版本号。',
    en: 'The code table {scheme} already has an edition {edition}; choose another name.',
  },
  'forms.dictionary.unknown': {
    zh: '没有代码表 {scheme}（{edition}）；请返回列表刷新。',
    en: 'There is no code table {scheme} ({edition}); go back to the list.',
  },
  'forms.dictionary.published': {
    zh: '代码表 {scheme}（{edition}）已发布，不能再改；请新建一个版本。',
    en: 'The code table {scheme} ({edition}) is published and cannot change; begin a new edition.',
  },
  'forms.dictionary.changed-meanwhile': {
    zh: '{name} 刚刚改动了这个版本；请重新加载核对后再发布。',
    en: '{name} has just changed this edition; reload and look again before publishing.',
  },
  'forms.dictionary.change': { zh: '修改代码表条目', en: 'Change items' },
  'forms.dictionary.import': { zh: '导入代码表', en: 'Import items' },
  'forms.dictionary.import.no-headings': {
    zh: '首行没有找到“代码”和“名称”两列（现有：{found}）；请补上标题行后重新导入。',
    en: 'The first row has no columns 代码 and 名称 (code and name); it has: {found}. Add the headings and import again.',
  },
  'forms.dictionary.import.no-code': {
    zh: '第 {row} 行没有代码；请补填后重新导入。',
    en: 'Row {row} has no code; fill it in and import again.',
  },
  'forms.dictionary.import.bad-day': {
    zh: '第 {row} 行的日期“{text}”无法识别；请写成 2026-11-22。',
    en: 'The date “{text}” in row {row} cannot be read; write it like 2026-11-22.',
  },
  'forms.dictionary.import.twice': {
    zh: '代码 {code} 出现两次；请去掉重复行后重新导入。',
    en: 'The code {code} is there twice; take one row out and import again.',
  },
  'forms.dictionary.unknown-organisation': {
    zh: '条目 {item} 的对应机构「{name}」不存在，请填写机构的名称或编码。',
    en: 'Item {item} stands for «{name}», which is no organisation here; write the name or code of one.',
  },
  'forms.dictionary.import.unknown-type': {
    zh: '{name} 不是 CSV 或 XLSX；请另存后重新导入。',
    en: '{name} is neither CSV nor XLSX; save it as one of them.',
  },
  'forms.dictionary.import.no-workbook': {
    zh: '{name} 不是可读的 XLSX 工作簿；请用电子表格软件另存后重试。',
    en: '{name} cannot be read as an XLSX workbook; save it again with a spreadsheet program.',
  },
  'forms.dictionary.propose': { zh: '提请发布', en: 'Propose' },
  'forms.dictionary.propose.unsound': {
    zh: '代码表 {scheme}（{edition}）有 {count} 处问题（首处在 {item}），改正后再提请发布。',
    en: 'The code table {scheme} ({edition}) has {count} faults, the first at {item}; correct them and propose again.',
  },
  'forms.dictionary.proposed': {
    zh: '代码表 {scheme}（{edition}）已由 {name} 提请发布，确认或退回之前不能改；需要修改请先撤回。',
    en: '{name} has proposed the code table {scheme} ({edition}); withdraw it before changing anything.',
  },
  'forms.dictionary.withdraw': { zh: '撤回提请', en: 'Withdraw' },
  'forms.dictionary.decline': { zh: '退回修改', en: 'Send back' },
  'forms.dictionary.confirm': { zh: '确认发布', en: 'Confirm' },
  'forms.dictionary.confirm.not-proposed': {
    zh: '代码表 {scheme}（{edition}）没有待确认的提请，请刷新。',
    en: 'The code table {scheme} ({edition}) is not proposed; reload.',
  },
  'forms.dictionary.confirm.same-person': {
    zh: '提请人和最后修改人不能确认发布，请由 {names} 确认。',
    en: 'Neither who proposed it nor who changed it last confirms it; one of these can: {names}.',
  },
  'forms.dictionary.confirm.nobody': {
    zh: '提请人和最后修改人不能确认发布，而没有其他人有此权限；请管理员授权一人。',
    en: 'Neither who proposed it nor who changed it last confirms it, and nobody else may; ask the administrator to grant somebody the right.',
  },
  'forms.dictionary.discard': { zh: '放弃代码表草稿', en: 'Throw the edition away' },
  'forms.people.find': { zh: '查找人员', en: 'Find a person' },
  'forms.organisations.find': { zh: '查找单位', en: 'Find an organisation' },
  'verbs.forms': { zh: '表单与代码表', en: 'Forms and code tables' },
  'verbs.forms.form': { zh: '表单发布', en: 'Publishing forms' },
  'verbs.forms.draft': { zh: '表单设计', en: 'Drawing forms' },
  'verbs.forms.dictionary': { zh: '代码表', en: 'Code tables' },
  'subject.form': { zh: '表单', en: 'Form' },
  'subject.dictionary': { zh: '代码表', en: 'Code table' },
}
