import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { Drill, Overview } from './overview.ts'

/** The numbers one looks at first; each lamp leads to its tasks. */
export function Headline({ overview, drill }: { overview: Overview; drill: Drill }) {
  const { t } = useTexts()
  const { total, days, longest } = overview
  return (
    <div className="headline">
      <Figure title={t('supervision.total')} value={count(total)} />
      {(['red', 'yellow', 'green', 'grey'] as const).map((lamp) => (
        <button key={lamp} type="button" className="figure" onClick={() => drill({ lamp })}>
          <span className={`lamp lamp-${lamp}`}>
            <span className="lamp-light" aria-hidden />
            {t(`lamp.${lamp}`)}
          </span>
          <span className="figure-value number">{count(overview[lamp])}</span>
        </button>
      ))}
      <Figure title={t('supervision.meanDays')} value={days.toFixed(1)} unit={t('supervision.days')} />
      <Figure title={t('supervision.longest')} value={count(Math.floor(longest))} unit={t('supervision.days')} />
    </div>
  )
}

const Figure = ({ title, value, unit }: { title: string; value: string; unit?: string }) => (
  <div className="figure">
    <span className="quiet">{title}</span>
    <span className="figure-value number">
      {value}
      {unit && <span className="unit"> {unit}</span>}
    </span>
  </div>
)
