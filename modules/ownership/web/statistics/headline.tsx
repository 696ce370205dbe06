import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Filter, Statistics } from './answers.ts'
import { CasesLink } from './cases-link.tsx'

export const percentOf = (part: number, all: number): string => (all === 0 ? '—' : `${Math.round((part / all) * 100)}%`)

/** What is asked first: how many, how many late, how many in time. */
export function Headline({ figures, filter }: { figures: Statistics['all']; filter: Filter }) {
  const { t } = useTexts()
  const { filed, running, suspended, red, yellow, closed, limited, onTime, meanDays } = figures
  const counts = [
    ['filed', filed, {}, ''],
    ['running', running, { state: 'running' }, ''],
    ['suspended', suspended, { state: 'suspended' }, ''],
    ['red', red, { state: 'running', lamp: 'red' }, red > 0 ? 'homesteads-red' : ''],
    ['yellow', yellow, { state: 'running', lamp: 'yellow' }, yellow > 0 ? 'homesteads-yellow' : ''],
    ['closed', closed, { state: 'ended' }, ''],
  ] as const
  return (
    <dl className="homesteads-headline">
      {counts.map(([key, n, more, tone]) => (
        <div key={key} className="card">
          <dt className="quiet">{t(`ownership.statistics.${key}`)}</dt>
          <dd>
            <CasesLink n={n} label={t(`ownership.statistics.${key}`)} filter={filter} more={more} tone={tone} />
          </dd>
        </div>
      ))}
      <div className="card">
        <dt className="quiet">{t('ownership.statistics.onTime')}</dt>
        <dd className="number">{percentOf(onTime, limited)}</dd>
      </div>
      <div className="card">
        <dt className="quiet">{t('ownership.statistics.meanDays')}</dt>
        <dd className="number">{meanDays === null ? '—' : meanDays.toFixed(1)}</dd>
      </div>
    </dl>
  )
}
