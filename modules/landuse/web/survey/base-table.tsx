import { Section } from '../../../../apps/ui/components/section.tsx'
import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { SurveyView } from '../answers.ts'
import { className, ownershipName } from '../common/class-words.ts'

/** What the base map says of the range now: class, owner, place, area. */
export function BaseTable({ view: { base } }: { view: SurveyView }) {
  const { t, language } = useTexts()
  const rows = base as (SurveyView['base'][number] & Record<string, unknown>)[]
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return (
    <Section title={t('landuse.survey.base')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('landuse.overlay.what')}</th>
            <th className="right">{t('area.ellipsoidal')} m²</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their order
            <tr key={index}>
              <td>
                {className(text(row.DLBM) || null, language)}
                <div className="quiet">
                  {[text(row.QSDWMC) || text(row.ZLDWMC), row.QSXZ ? ownershipName(text(row.QSXZ), language) : '']
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </td>
              <td className="right number">{squareMetres(row.ellipsoidal)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('landuse.overlay.sum')}</td>
            <td className="right number">
              {squareMetres(rows.reduce((sum, { ellipsoidal }) => sum + ellipsoidal, 0))}
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}
