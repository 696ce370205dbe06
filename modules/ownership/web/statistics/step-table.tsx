import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Filter, Statistics } from './answers.ts'
import { CasesLink } from './cases-link.tsx'

/** Where the changes under way stand, in the order of the process. */
export function StepTable({ rows, filter }: { rows: Statistics['bySteps']; filter: Filter }) {
  const { t, words } = useTexts()
  return (
    <section className="card card-pad">
      <h2 className="table-title">{t('ownership.statistics.bySteps')}</h2>
      {rows.length === 0 && <p className="quiet">{t('ownership.statistics.steps.none')}</p>}
      {rows.length > 0 && (
        <table className="groups">
          <thead>
            <tr>
              {['step', 'open', 'red', 'days'].map((key) => (
                <th key={key} scope="col">
                  {t(`ownership.statistics.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, title, open, red, days }) => (
              <tr key={step}>
                <th scope="row">{title ? words(title) : step}</th>
                <td>
                  <CasesLink n={open} label={title ? words(title) : step} filter={filter} more={{ step }} />
                </td>
                <td className={red > 0 ? 'number homesteads-red' : 'number quiet'}>{red}</td>
                <td className="number">{days.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
