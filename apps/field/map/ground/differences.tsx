import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import type { Difference } from '../../../../modules/fieldwork/rules/differences.ts'
import { squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { mu } from './area-line.tsx'

/** 业务数据与三调的差异 (SH122): what to look at on the spot, and how much of it there is. */
export function Differences({ found }: { found: readonly Difference[] }) {
  const { t, language } = useTexts()
  return (
    <section className="overlay-differences">
      <h3 className="section-name">{t('field.differences')}</h3>
      {found.length === 0 && <p className="quiet">{t('field.differences.none')}</p>}
      {found.length > 0 && (
        <ul>
          {found.map(({ code, area, classes }) => (
            <li key={code} className="banner">
              <strong>{t(`field.difference.${code}`)}</strong>{' '}
              {t('field.difference.area', {
                area: squareMetres(area),
                mu: mu(area),
                classes: classes
                  .map((one) => `${one} ${codeIn(landuseSurvey3, one)?.[language] ?? ''}`)
                  .join(t('common.comma')),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
