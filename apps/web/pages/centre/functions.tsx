import { Link } from 'react-router'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useMenuEntries } from '../../shell/menu-entries.tsx'

/** Pages of the menu that are no case of a business: batches, screening, field work, quality, results. */
export function Functions() {
  const { t } = useTexts()
  const entries = useMenuEntries().filter(({ group, to }) => group !== 'settings' && to !== '/' && to !== '/centre')
  return (
    <section className="card card-pad">
      <h2 className="table-title">{t('centre.functions')}</h2>
      <ul className="centre-functions">
        {entries.map(({ to, title, icon }) => (
          <li key={to}>
            <Link to={to}>
              {icon}
              <span>{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
