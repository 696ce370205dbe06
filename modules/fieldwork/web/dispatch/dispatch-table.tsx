import { Segmented } from 'antd'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { day, squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { useTableState } from '../../../../apps/ui/table/use-table-state.ts'
import { useAreaNames, useAreas } from '../../../../apps/ui/use-areas.ts'
import type { DispatchRow, Worker } from './answers.ts'

export const filterNames = ['state', 'text', 'area', 'business', 'holder'] as const
const STATES = ['waiting', 'given', 'claimed', 'done'] as const

type Props = { chosen: string[]; onChoose: (ids: string[]) => void; people: readonly Worker[] }

export function DispatchTable({ chosen, onChoose, people }: Props) {
  const { t } = useTexts()
  const { state, filterBy } = useTableState(filterNames)
  const shown = (state.filters.state ?? 'waiting') as (typeof STATES)[number]
  return (
    <DataTable<DispatchRow>
      id="fieldwork.dispatch"
      title={t('fieldwork.dispatch.list')}
      query="fieldwork.dispatch.list"
      input={{ state: shown }}
      head={
        <Segmented
          size="small"
          aria-label={t('fieldwork.dispatch.state')}
          value={shown}
          onChange={(value) => filterBy('state', value === 'waiting' ? undefined : value)}
          options={STATES.map((value) => ({ value, label: t(`fieldwork.dispatch.state.${value}`) }))}
        />
      }
      rowKey={({ id }) => id}
      columns={useColumns()}
      filters={useFilters(people)}
      {...(shown !== 'done' && { selection: { keys: chosen, onChange: onChoose } })}
      onOpen={({ id }) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
      empty={<EmptyState title={t(`fieldwork.dispatch.none.${shown}`)} next={t('fieldwork.dispatch.none.next')} />}
    />
  )
}

function useFilters(people: readonly Worker[]): TableFilter[] {
  const { t } = useTexts()
  const areas = useAreas()
  return [
    { name: 'text', label: t('fieldwork.dispatch.text'), kind: 'text', width: 190 },
    {
      ...{ name: 'area', label: t('fieldwork.dispatch.area'), kind: 'choice', width: 140, isSearched: true },
      options: areas.filter(({ level }) => level !== 'county').map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      ...{ name: 'holder', label: t('fieldwork.dispatch.holder'), kind: 'choice', width: 120 },
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
}

function useColumns(): TableColumn<DispatchRow>[] {
  const { t, words } = useTexts()
  const nameOf = useAreaNames()
  return [
    { key: 'number', title: t('fieldwork.dispatch.number'), width: 150, sort: true, value: ({ number }) => number },
    { key: 'title', title: t('fieldwork.dispatch.title'), width: 180, isName: true, value: ({ title }) => title },
    { key: 'business', title: t('fieldwork.dispatch.business'), width: 120, value: (row) => words(row.businessTitle) },
    {
      ...{ key: 'areaCode', title: t('fieldwork.dispatch.area'), width: 100, sort: true },
      value: ({ areaCode }) => nameOf(areaCode),
    },
    {
      key: 'area',
      optional: true,
      title: t('common.area'),
      width: 110,
      type: 'number',
      value: ({ area }) => area && Number(squareMetres(area).replaceAll(',', '')),
      render: ({ area }) => <span className="number">{area === null ? '—' : `${squareMetres(area)} m²`}</span>,
    },
    {
      key: 'due',
      title: t('fieldwork.dispatch.due'),
      width: 100,
      type: 'date',
      sort: true,
      value: ({ due }) => day(due),
    },
    {
      ...{ key: 'holder', title: t('fieldwork.dispatch.holder'), width: 90 },
      value: ({ holder }) => holder?.name,
      render: ({ holder, state }) =>
        holder ? <StatusDot tone={state === 'claimed' ? 'active' : 'idle'}>{holder.name}</StatusDot> : '—',
    },
    {
      ...{ key: 'held', title: t('fieldwork.dispatch.heldOperations'), width: 90, type: 'integer' },
      value: ({ heldOperations }) => heldOperations,
      render: ({ heldOperations: held }) =>
        held > 0 ? <a href="/fieldwork/held">{t('fieldwork.dispatch.held', { count: held })}</a> : '—',
    },
    {
      ...{
        key: 'openedAt',
        title: t('fieldwork.dispatch.openedAt'),
        width: 110,
        optional: true,
        type: 'date',
        sort: true,
      },
      value: ({ openedAt }) => day(openedAt),
    },
    {
      key: 'noSurvey',
      title: t('fieldwork.dispatch.noSurvey'),
      width: 160,
      optional: true,
      value: ({ noSurvey }) => noSurvey?.reason,
    },
  ]
}
