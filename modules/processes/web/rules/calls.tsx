import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import { inputsOf } from '../../rules/rule-inputs.ts'
import type { CallRow } from '../answers.ts'
import { useValueText } from './answer.tsx'

type Props = { name: string; table: DecisionTable }

/** 调用记录: when, by whom, about what, with which values, and what was answered. */
export function Calls({ name, table }: Props) {
  const { t } = useTexts()
  return (
    <div className="rule-calls">
      <DataTable<CallRow>
        id="processes.rule.calls"
        title={t('processes.rule.calls.title')}
        query="processes.rule.calls"
        input={{ key: name }}
        rowKey={({ id }) => id}
        columns={useColumns(table)}
        filters={[{ name: 'text', label: t('processes.rule.calls.search'), kind: 'text' }]}
        empty={<EmptyState small title={t('processes.rule.calls.none')} next={t('processes.rule.calls.none.next')} />}
      />
    </div>
  )
}

function useColumns(table: DecisionTable): TableColumn<CallRow>[] {
  const { t } = useTexts()
  const answer = useAnswerText(table)
  const text = useValueText()
  const labels = new Map(inputsOf(table).map(({ name, label }) => [name, label]))
  const given = (facts: CallRow['facts']) =>
    Object.entries(facts)
      .map(([name, value]) => `${labels.get(name) ?? name} ${text(value)}`)
      .join('，')
  return [
    { key: 'at', title: t('processes.rule.calls.at'), width: 150, type: 'date', value: (row) => instant(row.at) },
    { key: 'by', title: t('processes.rule.calls.by'), width: 90, value: (row) => row.by },
    { key: 'subject', title: t('processes.rule.calls.subject'), width: 130, value: (row) => row.subject ?? '—' },
    {
      ...{ key: 'version', title: t('processes.column.version'), width: 70, type: 'integer' },
      value: (row) => row.version,
    },
    { key: 'facts', title: t('processes.rule.calls.facts'), width: 300, value: (row) => given(row.facts) },
    { key: 'answer', title: t('processes.rule.calls.answer'), width: 300, value: answer },
  ]
}

function useAnswerText({ outputs }: DecisionTable): (row: CallRow) => string {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  const text = useValueText()
  return ({ answer }) => {
    if ('code' in answer) return sentenceOf(new ProblemError(answer.code, answer.status, answer.params ?? {})) ?? ''
    if (!answer.isDecided) return t('processes.rule.calls.undecided')
    return answer.results.map((one) => outputs.map(({ name }) => text(one[name])).join('；')).join(' | ')
  }
}
