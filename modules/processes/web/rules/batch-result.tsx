import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ResultOf } from '../../../../apps/ui/api-types.ts'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { ListTable } from '../../../../apps/ui/table/list-table.tsx'
import type { RuleView } from '../answers.ts'
import { saveFile } from '../save-file.ts'
import { useValueText } from './answer.tsx'

type Many = ResultOf<'processes.rule.decideMany'>
type Row = Many['rows'][number]

/** Each row with what it was told: results, the rule behind them, or why it could not be answered. */
export function BatchResult({ rule, answer }: { rule: RuleView; answer: Many }) {
  const { t } = useTexts()
  const cells = useCells(rule)
  const heads = [
    t('processes.rule.batch.row'),
    ...rule.table.outputs.map(({ label }) => label),
    t('processes.rule.batch.rule'),
  ]
  const none = answer.rows.filter((row) => !('problem' in row) && !row.isDecided).length
  const save = () =>
    saveFile(
      `${rule.table.name}.csv`,
      `\uFEFF${[heads, ...answer.rows.map(cells)].map((line) => line.map(quoted).join(',')).join('\r\n')}`,
      'text/csv;charset=utf-8',
    )
  return (
    <>
      <div className="rule-bench-head">
        <p role="status">
          {t('processes.rule.batch.summary', { count: answer.rows.length, none, refused: answer.refused })}
        </p>
        <Button size="small" icon={<DownloadOutlined />} onClick={save}>
          {t('processes.rule.batch.save')}
        </Button>
      </div>
      <ListTable<Row>
        size="small"
        rowKey="id"
        dataSource={answer.rows}
        columns={heads.map((title, i) => ({ title, key: title, render: (_: unknown, row: Row) => cells(row)[i] }))}
        pagination={answer.rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
    </>
  )
}

function useCells({ table }: RuleView): (row: Row) => string[] {
  const { t } = useTexts()
  const text = useValueText()
  const { sentenceOf } = useSentence()
  return (row) => {
    if ('problem' in row) {
      const { code, status, params } = row.problem
      return [row.id, sentenceOf(new ProblemError(code, status, params ?? {})) ?? code, ...table.outputs.map(() => '')]
    }
    const results = table.outputs.map(({ name }) => row.results.map((one) => text(one[name])).join('；') || '—')
    const rules = row.matched.map((one) => t('processes.rule.matched', { row: one.row })).join(t('common.comma'))
    return [row.id, ...results, rules || t('processes.rule.calls.undecided')]
  }
}

/** A cell of a CSV file; what a sheet would take for a formula is kept a text. */
const quoted = (cell: string): string => `"${(/^[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
