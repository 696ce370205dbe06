import type { Sentences } from '../../problems/sentences.ts'

/** What is wrong with a decision table, or with what it is asked. */
export const decisionTexts: Sentences = {
  'process.decision.unreadable': {
    zh: '决策表文件无法读取，应为 DMN 1.x。',
    en: 'The decision file cannot be read; DMN 1.x is expected.',
  },
  'process.decision.same-id': {
    zh: '决策表文件中有重复的编号：{ids}，会丢失规则，未读取。请改为各不相同的编号后重新导入。',
    en: 'The decision file uses an id twice: {ids}. Rules would be lost, so nothing was read; give each its own id and import again.',
  },
  'process.decision.left-out': {
    zh: '决策表文件中有无法识别的内容（{faults}），未读取。请更正后重新导入。',
    en: 'The decision file has content that is not understood ({faults}); nothing was read. Correct it and import again.',
  },
  'process.decision.not-loaded': {
    zh: '环节 {step} 用到的决策表「{decision}」没有随流程提供，请管理员发布决策表。',
    en: '{step} asks the decision table «{decision}», which was not given with the process; have it published.',
  },
  'process.decision.no-answer': {
    zh: '决策表「{decision}」对现有数据没有结论，请补全表单，或请管理员补充规则。',
    en: 'The decision table «{decision}» has no answer for these facts; complete the form, or have a rule added.',
  },
  'process.decision.not-found': { zh: '文件中没有决策「{name}」。', en: 'The file has no decision «{name}».' },
  'process.decision.not-a-table': { zh: '决策「{name}」不是决策表。', en: 'The decision «{name}» is not a table.' },
  'process.decision.several': {
    zh: '文件中有多个决策（{names}），请指明一个。',
    en: 'The file has several decisions ({names}); name one.',
  },
  'process.decision.hit-policy': { zh: '不支持命中策略 {policy}。', en: 'The hit policy {policy} is not supported.' },
  'process.decision.expression': {
    zh: '决策表的「{where}」中有无法识别的表达式「{expression}」，请更正。',
    en: 'The decision table has an expression at «{where}» that cannot be read: «{expression}». Correct it.',
  },
  'process.decision.rule-shape': {
    zh: '规则 {rule} 的单元格数与列数不符（条件 {inputs} 列，结论 {outputs} 列），请补齐后重新导入。',
    en: 'The rule {rule} does not have a cell for each column ({inputs} inputs, {outputs} outputs). Complete it and import again.',
  },
  'process.decision.not-numbers': {
    zh: '决策表「{decision}」汇总的结论不全是数字（{values}），请把结论改为数字，或改用其他命中策略。',
    en: 'The results of «{decision}» that are to be put together are not all numbers ({values}); make them numbers or choose another hit policy.',
  },
  'process.decision.input-not-allowed': {
    zh: '决策表「{decision}」不允许 {input} 取值「{value}」。',
    en: 'Decision «{decision}» does not allow «{value}» for {input}.',
  },
  'process.decision.not-unique': {
    zh: '决策表「{decision}」有多条规则同时命中（{rules}）。',
    en: 'Several rules of «{decision}» match ({rules}).',
  },
  'process.decision.contradiction': {
    zh: '决策表「{decision}」命中的规则结论矛盾（{rules}）。',
    en: 'The matching rules of «{decision}» contradict ({rules}).',
  },
}
