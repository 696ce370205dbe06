import type { Found } from '../../../../modules/fieldwork/packages/rules/finding.ts'
import { squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Props = { rows: readonly Found[]; onPick?: (found: Found) => void }

const distanceText = (metres: number) => (metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(1)} km`)

/** Approvals, projects and cases: name, whose system, scale, phase, how far (SH124 SH127). */
export function FoundList({ rows, onPick }: Props) {
  const { t, has } = useTexts()
  return (
    <ul className="found-list">
      {rows.map((found) => (
        <li key={found.id}>
          <button type="button" onClick={() => onPick?.(found)}>
            <span className="found-head">
              <strong>{found.title || found.number}</strong>
              {found.distance !== null && (
                <span className="found-distance">
                  {found.distance === 0 ? t('field.found.here') : distanceText(found.distance)}
                </span>
              )}
            </span>
            <span className="found-facts">
              <span className={`found-system found-${found.system}`}>{t(`field.system.${found.system}`)}</span>
              {found.number && <span>{found.number}</span>}
              {found.area !== null && <span>{t('field.found.scale', { area: squareMetres(found.area) })}</span>}
              {found.phase && has(found.phase) && <span>{t(found.phase)}</span>}
              {found.owner && <span>{found.owner}</span>}
              {found.date && <span>{found.date}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
