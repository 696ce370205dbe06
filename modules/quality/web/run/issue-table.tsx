import { Button } from 'antd'
import { type FocusEvent, useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import { issueStates, type Settlement, settlements, severities } from '../../schema.ts'
import type { IssueRow, RunView } from '../answers.ts'
import { SeverityTag } from '../severity-tag.tsx'
import { StateDot } from '../state-dot.tsx'
import { Measure } from './measure.tsx'
import { SettleDialog } from './settle-dialog.tsx'

/** In the address under these names. */
export const filterNames = ['rule', 'severity', 'state']

type Props = {
  run: RunView
  openIssue: number | null
  onOpen: (id: number) => void
  refetchInterval: number | false
}

/** The issues that pass the filters, worst first. Arrow keys go from issue to issue, and the map goes along. */
export function IssueTable({ run, openIssue, onOpen, refetchInterval }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [chosen, setChosen] = useState<IssueRow[]>([])
  const [settlement, setSettlement] = useState<Settlement | null>(null)
  const columns = useColumns()
  const open = chosen.filter(({ state }) => state === 'open')
  const follow = ({ target }: FocusEvent<HTMLElement>) => {
    const key = target.matches('tr:focus-visible') && target.dataset.rowKey
    if (key && Number(key) !== openIssue) onOpen(Number(key))
  }
  const acts =
    open.length > 0 &&
    run.endedAt &&
    can('quality.issue.settle', { area: run.area }) &&
    settlements.map((state) => (
      <Button key={state} onClick={() => setSettlement(state)}>
        {`${t(`quality.issue.act.${state}`)} ${open.length}`}
      </Button>
    ))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows take the keys; this only listens where the focus goes
    <div className="issue-table" style={{ height: '100%' }} onFocus={follow}>
      <DataTable<IssueRow>
        id="quality.issues"
        title={t('quality.issues')}
        query="quality.issue.list"
        input={{ runId: run.id }}
        rowKey={({ id }) => String(id)}
        columns={columns}
        filters={useFilters(run)}
        onOpen={({ id }) => onOpen(id)}
        {...(openIssue && { openKey: String(openIssue) })}
        {...(refetchInterval && { refetchInterval })}
        selection={{ keys: chosen.map(({ id }) => String(id)), onChange: (_, rows) => setChosen(rows) }}
        actions={acts}
        empty={
          <EmptyState
            small
            title={t('quality.issues.none')}
            next={t(run.endedAt ? 'quality.issues.none.next' : 'quality.issues.none.soon')}
          />
        }
      />
      {settlement && (
        <SettleDialog
          runId={run.id}
          issueIds={open.map(({ id }) => id)}
          settlement={settlement}
          onClose={() => setSettlement(null)}
          onDone={() => setChosen([])}
        />
      )}
    </div>
  )
}

function useFilters(run: RunView): TableFilter[] {
  const { t, words } = useTexts()
  return [
    {
      ...{ name: 'rule', label: t('quality.issue.rule'), kind: 'choice', width: 190 },
      options: run.rows.map(({ rule, title }) => ({ value: rule, label: words(title) })),
    },
    {
      ...{ name: 'severity', label: t('quality.issue.severity'), kind: 'choice', width: 100 },
      options: severities.map((value) => ({ value, label: t(`quality.issue.severity.${value}`) })),
    },
    {
      ...{ name: 'state', label: t('common.state'), kind: 'choice', width: 100 },
      options: issueStates.map((value) => ({ value, label: t(`quality.issue.state.${value}`) })),
    },
  ]
}

function useColumns(): TableColumn<IssueRow>[] {
  const { t, words } = useTexts()
  const nameOf = useAreaNames()
  const lies = (code: string | null) => code && `${nameOf(code.slice(0, 9))} ${nameOf(code.slice(0, 12))}`
  return [
    {
      ...{ key: 'severity', title: t('quality.issue.severity'), width: 76, value: (row) => row.severity },
      render: (row) => <SeverityTag severity={row.severity} isShort={false} />,
    },
    { key: 'title', title: t('quality.issue.rule'), width: 190, value: (row) => words(row.title) },
    { key: 'rule', title: t('quality.run.rules'), width: 96, value: (row) => row.rule, optional: true },
    { key: 'number', title: t('quality.issue.number'), width: 84, value: (row) => row.number },
    {
      ...{ key: 'measure', title: t('quality.issue.measure'), width: 110, type: 'number' },
      value: (row) => row.measure,
      render: (row) => <Measure measure={row.measure} unit={row.unit} />,
    },
    { key: 'areaCode', title: t('quality.issue.areaCode'), width: 150, value: (row) => lies(row.areaCode) },
    {
      ...{ key: 'state', title: t('common.state'), width: 96, value: (row) => t(`quality.issue.state.${row.state}`) },
      render: (row) => <StateDot state={row.state} />,
    },
    {
      key: 'features',
      title: t('quality.issue.features'),
      width: 90,
      type: 'integer',
      value: (row) => row.featureCount,
    },
    { key: 'field', title: t('quality.issue.field'), width: 76, value: (row) => row.field },
    { key: 'value', title: t('quality.issue.value'), width: 100, value: (row) => row.value },
    { key: 'settledBy', title: t('quality.issue.settledBy'), width: 100, value: (row) => row.settledBy },
    { key: 'reason', title: t('common.reason'), width: 180, value: (row) => row.reason, optional: true },
  ]
}
