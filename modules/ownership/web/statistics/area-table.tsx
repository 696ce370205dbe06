import { Button } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Filter, Statistics } from './answers.ts'
import { CasesLink } from './cases-link.tsx'
import { percentOf } from './headline.tsx'

type Figures = Statistics['all']
type Props = { rows: Statistics['byAreas']; all: Figures; filter: Filter; onChoose: (area: string) => void }

const COLUMNS: [key: keyof Figures & string, more: Record<string, string>, tone: string][] = [
  ['filed', {}, ''],
  ['running', { state: 'running' }, ''],
  ['suspended', { state: 'suspended' }, ''],
  ['red', { state: 'running', lamp: 'red' }, 'homesteads-red'],
  ['yellow', { state: 'running', lamp: 'yellow' }, 'homesteads-yellow'],
]
/** Results have no filter of their own in the list of cases: they are told, and «closed» is opened. */
const RESULTS = ['changed', 'refused', 'irregular'] as const
const VILLAGE = 12

/** One line an area; its name opens the areas in it, a number its cases. */
export function AreaTable({ rows, all, filter, onChoose }: Props) {
  const { t } = useTexts()
  return (
    <section className="card card-pad homesteads-areas">
      <h2 className="table-title">{t('ownership.statistics.byAreas')}</h2>
      <table className="groups as-cards">
        <thead>
          <tr>
            <th scope="col">{t('ownership.statistics.area')}</th>
            {[...COLUMNS.map(([key]) => key), ...RESULTS, 'onTime', 'meanDays'].map((key) => (
              <th key={key} scope="col">
                {t(`ownership.statistics.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.key.length >= VILLAGE ? (
                  (row.name ?? row.key)
                ) : (
                  <Button type="link" size="small" onClick={() => onChoose(row.key)}>
                    {row.name ?? row.key}
                  </Button>
                )}
              </th>
              <Cells figures={row} filter={{ ...filter, area: row.key }} name={row.name ?? row.key} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ownership.statistics.sum')}</th>
            <Cells figures={all} filter={filter} name={t('ownership.statistics.sum')} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Cells({ figures, filter, name }: { figures: Figures; filter: Filter; name: string }) {
  const { t } = useTexts()
  const { onTime, limited, meanDays } = figures
  return (
    <>
      {COLUMNS.map(([key, more, tone]) => (
        <td key={key} data-label={t(`ownership.statistics.${key}`)}>
          <CasesLink
            {...{ n: figures[key] as number, filter, more, tone }}
            label={`${name} ${t(`ownership.statistics.${key}`)}`}
          />
        </td>
      ))}
      {RESULTS.map((key) => (
        <td
          key={key}
          className={figures[key] === 0 ? 'quiet number' : 'number'}
          data-label={t(`ownership.statistics.${key}`)}
        >
          {figures[key]}
        </td>
      ))}
      <td className="number" data-label={t('ownership.statistics.onTime')}>
        {percentOf(onTime, limited)}
      </td>
      <td className="number" data-label={t('ownership.statistics.meanDays')}>
        {meanDays === null ? '—' : meanDays.toFixed(1)}
      </td>
    </>
  )
}
