import type { Sentences } from '../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'processes.list': { zh: '查看流程', en: 'List processes' },
  'processes.known': { zh: '查看设计可用的名称', en: 'Names a design may use' },
  'processes.people': { zh: '查看可会签人员', en: 'People who may sign' },
  'processes.decision.list': { zh: '查看决策表', en: 'List decision tables' },
  'processes.rule.list': { zh: '查看业务规则', en: 'List business rules' },
  'processes.rule.view': { zh: '查看规则内容', en: 'View a rule' },
  'processes.rule.calls': { zh: '查看规则调用记录', en: 'Calls of a rule' },
  'processes.rule.decide': { zh: '调用业务规则', en: 'Ask a rule' },
  'processes.rule.decideMany': { zh: '批量调用业务规则', en: 'Ask a rule of many' },
  'processes.rule.decideMany.too-much': {
    zh: '规则「{rule}」较大，一次最多 {most} 行（本次 {rows} 行）；请分批调用。',
    en: '«{rule}» is large: at most {most} rows at once, not {rows}; send them in parts.',
  },
  'processes.rule.unknown': {
    zh: '没有已发布的业务规则 {rule}；请核对编号，或先发布决策表。',
    en: 'No rule {rule} has been published; check its key, or have the table published first.',
  },
  'processes.rule.unknown-version': {
    zh: '业务规则 {rule} 没有版本 {version}；请查看版本列表，或不指定版本以使用现行版本。',
    en: 'The rule {rule} has no version {version}; see its versions, or name none for the one in force.',
  },
  'processes.rule.not-computable': {
    zh: '业务规则「{rule}」无法用所给的值计算；请核对数值、日期的写法。',
    en: '«{rule}» cannot be computed with these values; check how numbers and dates are written.',
  },
  'processes.version.list': { zh: '查看版本', en: 'List versions' },
  'processes.version.view': { zh: '查看版本内容', en: 'View a version' },
  'processes.version.export': { zh: '导出版本文件', en: 'Export a version' },
  'processes.migrate': { zh: '迁移在办案件', en: 'Migrate running cases' },
  'processes.migrate.stage': { zh: '逐案迁移', en: 'Case by case' },
  'processes.migration.preview': { zh: '预览案件迁移', en: 'Preview a migration' },
  'processes.migration.report': { zh: '查看迁移报告', en: 'Report of a migration' },
  'processes.migration.start': { zh: '迁移在办案件', en: 'Migrate running cases' },
  'processes.migration.start.same-version': {
    zh: '案件已经在版本 {version} 上；请选择另一个版本。',
    en: 'The cases are on version {version} already; choose another.',
  },
  'processes.migration.start.none-movable': {
    zh: '{process} 版本 {from} 上没有可以迁移的案件；请按预览中的原因补上环节对应关系，或让案件在原版本办完。',
    en: 'No case of {process} version {from} can be moved; map the steps the preview names, or let them end where they are.',
  },
  'processes.version.unknown': {
    zh: '没有 {key} 的版本 {version}，请刷新版本列表。',
    en: 'There is no version {version} of {key}; reload the list.',
  },
  'processes.design.view': { zh: '查看设计稿', en: 'View a design' },
  'processes.design.unknown': {
    zh: '没有这份设计稿，可能已被删除；请回到流程列表。',
    en: 'There is no such design; go back to the list.',
  },
  'processes.design.start': { zh: '新建设计稿', en: 'Begin a design' },
  'processes.design.start.under-way': {
    zh: '{key} 已有 {name} 的设计稿在编；请在流程列表中打开那一份。',
    en: 'A design of {key} is already being drawn by {name}; open it from the list.',
  },
  'processes.design.start.key-taken': {
    zh: '编号 {key} 已被一个已发布的流程使用；请换一个编号，或从该流程的版本上修改。',
    en: 'The key {key} belongs to a published process; choose another, or begin from its version.',
  },
  'processes.design.start.unsupported': {
    zh: '文件中有 {count} 个不支持的元素，未导入：{elements}。请在原工具中改用任务、网关、定时或消息事件后重新导入。',
    en: 'The file has {count} elements that are not supported, nothing was imported: {elements}. Replace them by tasks, gateways, timer or message events and import again.',
  },
  'processes.design.save': { zh: '保存设计稿', en: 'Save a design' },
  'processes.design.save.other-key': {
    zh: '文件里的流程编号与设计稿不同；编号应为 {key}。',
    en: 'The key in the file is another than the design’s; it must be {key}.',
  },
  'processes.design.changed-meanwhile': {
    zh: '{name} 在此期间修改了设计稿；请重新载入后再改，您的改动尚未保存。',
    en: '{name} has changed the design meanwhile; reload it first. Your change was not saved.',
  },
  'processes.design.is-submitted': {
    zh: '「{title}」已提交发布，等待确认，不能修改；要修改请先撤回提交。',
    en: '«{title}» has been submitted and waits for confirmation; recall it before you change it.',
  },
  'processes.design.is-published': {
    zh: '「{title}」的这份设计稿已发布；请从新版本上另起设计稿。',
    en: 'This design of «{title}» has been published; begin another from the new version.',
  },
  'processes.design.is-dropped': {
    zh: '「{title}」的这份设计稿已作废。',
    en: 'This design of «{title}» was discarded.',
  },
  'processes.design.unsound': {
    zh: '设计稿还有 {errors} 处错误，不能发布；请按检查结果逐条更正。',
    en: 'The design still has {errors} errors; mend them as the findings say.',
  },
  'processes.design.submit': { zh: '提交发布', en: 'Submit for publication' },
  'processes.design.recall': { zh: '撤回提交', en: 'Recall a submission' },
  'processes.design.of-another': {
    zh: '这是 {name} 提交的；请由本人撤回，或由确认人退回修改。',
    en: 'It was submitted by {name}: they may recall it, or whoever confirms may send it back.',
  },
  'processes.design.sendBack': { zh: '退回修改', en: 'Send a design back' },
  'processes.design.confirm': { zh: '确认发布', en: 'Confirm publication' },
  'processes.design.not-submitted': {
    zh: '「{title}」不在待确认状态，请刷新。',
    en: '«{title}» does not wait for confirmation; reload.',
  },
  'processes.design.same-person': {
    zh: '发布要两个人：{name} 提交或最后修改过，须由另一位有确认权的人确认。',
    en: 'Publication takes two: {name} submitted or changed it last, so another person with the right must confirm.',
  },
  'processes.design.drop': { zh: '作废设计稿', en: 'Discard a design' },
}

const of = (zh: string, en: string) => ({ zh, en })

/** What is found in a design: what, and what to do. `{step}` is replaced by the element's title on the page. */
export const findingTexts: Sentences = {
  'processes.check.nothing-to-do': of(
    '流程里还没有任务；请从开始事件画出第一个环节。',
    'There is no task yet; draw the first step from the start event.',
  ),
  'processes.check.no-title': of('没有名称；请在属性中填写。', 'There is no title; fill it in.'),
  'processes.check.no-business': of(
    '没有填写业务编号；请在流程属性中选择。',
    'No business is named; choose one in the process properties.',
  ),
  'processes.check.numbers-without-serial': of(
    '案件编号规则「{numbers}」里要有且只有一个 {example} 这样的流水号。',
    'The numbering «{numbers}» must have exactly one serial such as {example}.',
  ),
  'processes.check.numbers-unknown-part': of(
    '案件编号规则里的 {part} 无法识别；可用 {known}。',
    'The numbering has an unknown part {part}; use {known}.',
  ),
  'processes.check.no-filing': of(
    '没有立案表单：案件不能在窗口立案，只能由程序发起。要在窗口立案，请在流程属性中选择表单。',
    'There is no filing form: cases cannot be filed at the desk. Choose one in the process properties.',
  ),
  'processes.check.filing-form-unknown': of(
    '立案表单 {form} 不存在；请重新选择。',
    'The filing form {form} does not exist; choose another.',
  ),
  'processes.check.filing-field-unknown': of(
    '立案表单 {form} 没有字段 {field}。',
    'The filing form {form} has no field {field}.',
  ),
  'processes.check.fields-without-form': of(
    '环节 {step} 选了可填字段，但没有选表单。',
    '{step} has writable fields but no form.',
  ),
  'processes.check.field-unknown': of(
    '环节 {step} 的表单 {form} 没有字段 {field}；请取消勾选。',
    'The form {form} of {step} has no field {field}; untick it.',
  ),
  'processes.check.verb-missing': of(
    '环节 {step} 没有勾选「{verb}」，任务将无法办结。',
    '{step} does not allow «{verb}»: its tasks could never be done.',
  ),
  'processes.check.no-role': of('环节 {step} 没有指定办理角色。', '{step} has no role: nobody would get its tasks.'),
  'processes.check.not-chosen': of('环节 {step} 还没有选择{what}。', '{step} has no {what} yet; choose one.'),
  'processes.chosen.serviceTask': of('自动作业', 'job'),
  'processes.chosen.decision': of('决策表', 'decision table'),
  'processes.chosen.subCase': of('子案的流程', 'process of the sub-case'),
  'processes.check.untitled': of(
    '环节 {step} 没有名称；办理人会看到它的编号。',
    '{step} has no title; people would see its id.',
  ),
  'processes.check.no-limit': of('环节 {step} 没有办理时限，不会亮灯提醒。', '{step} has no limit: no lamp will warn.'),
  'processes.check.never-written': of(
    '表单 {form} 的必填字段 {field} 在任何环节都不能填写。',
    'No step may write the required field {field} of {form}.',
  ),
  'processes.check.fact-unknown': of(
    '环节 {step} 的条件用到「{name}」，但没有表单或决策给出它。',
    'A condition of {step} asks for «{name}», which no form or decision gives.',
  ),
  'processes.check.separated-from-no-task': of(
    '环节 {step} 的职责分离指向 {other}，那不是另一个人工环节。',
    '{step} is kept apart from {other}, which is no other manual step.',
  ),
  'processes.check.shipped-step-missing': of(
    '环节「{title}」（{target}）由程序办理，不能删除或改变类型；其角色、时限、条件可以改。',
    'The step «{title}» ({target}) is worked on by the program: keep it and its kind; its role, limit and conditions are free.',
  ),
  'processes.check.shipped-way-missing': of(
    '环节 {step} 的去向 {name} 由程序选择，不能删除或改名。',
    'The way {name} out of {step} is chosen by the program; keep it.',
  ),
  'processes.check.table-without-input': of('决策表没有输入列。', 'The table has no input.'),
  'processes.check.table-without-rules': of('决策表没有规则。', 'The table has no rules.'),
  'processes.check.output-name': of(
    '输出列名「{name}」不能作字段名；请用字母或汉字开头、不含空格。',
    'The output «{name}» is no field name; begin with a letter, without blanks.',
  ),
  'processes.check.output-twice': of('有两个输出列都叫「{name}」。', 'Two outputs are called «{name}».'),
  'processes.check.output-without-values': of(
    '按优先级命中时，输出列要列出取值顺序。',
    'With a priority policy the outputs must list their values in order.',
  ),
  'processes.check.rule-without-result': of('第 {row} 条规则没有结果。', 'Rule {row} has no result.'),
  'processes.check.rules-alike': of(
    '第 {first} 条与第 {second} 条规则的条件相同。',
    'Rules {first} and {second} ask for the same.',
  ),
  'processes.check.input-unreadable': of(
    '输入列「{column}」的表达式「{expression}」无法识别。',
    'The expression «{expression}» of the input «{column}» cannot be read.',
  ),
  'processes.check.cell-unreadable': of(
    '第 {row} 条规则「{column}」的「{expression}」无法识别；文字要加引号，不限写 -。',
    'Rule {row}, «{column}»: «{expression}» cannot be read; texts need quotes, - means any.',
  ),
}
