import type { DecisionTable } from '../../../kernel/process/decision/table.ts'

/** One column to ask, one to answer, one rule: enough to see how a table works. */
export const blankTable = (key: string, name: string): DecisionTable => ({
  id: key,
  name,
  version: '',
  hitPolicy: 'U',
  inputs: [{ id: 'input-1', label: '输入 1', expression: 'input1' }],
  outputs: [{ name: 'result', label: '结果', values: [] }],
  annotations: ['说明'],
  rules: [{ id: 'rule-1', tests: ['-'], results: [''], annotations: [''] }],
})
