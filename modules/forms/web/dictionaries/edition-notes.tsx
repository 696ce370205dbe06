import { Link } from 'react-router'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { EditionView } from './edition-view.ts'

const stateOf = ({ publishedAt, proposedBy }: NonNullable<EditionView['local']>) =>
  publishedAt ? 'published' : proposedBy === null ? 'draft' : 'proposed'

/** What kind of edition it is, where it comes from, and which forms name it. */
export function EditionNotes({ view }: { view: EditionView }) {
  const { t, words } = useTexts()
  const { local } = view
  const state = local === null ? 'national' : stateOf(local)
  return (
    <span className="design-standing">
      <code>{`${view.scheme} ${view.edition}`}</code>
      <span className="tag">{t(`dictionaries.state.${state}`)}</span>
      <span>{t('dictionaries.count', { count: view.items })}</span>
      <span className="edition-source" title={local?.source}>
        {local?.source ?? t('dictionaries.source.national')}
      </span>
      {local?.publishedAt && (
        <span>{t('dictionaries.publishedBy', { name: local.publishedBy, at: instant(local.publishedAt) })}</span>
      )}
      {view.usedIn.length > 0 && (
        <span>
          {t('dictionaries.usedIn')}
          {view.usedIn.map(({ key, title }) => (
            <Link key={key} to={`/forms/${key}`} className="edition-use">
              {words(title)}
            </Link>
          ))}
        </span>
      )}
    </span>
  )
}
