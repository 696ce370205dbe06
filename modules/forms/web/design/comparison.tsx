import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition } from '../../../../kernel/forms/definition.ts'
import { compareDefinitions, type PropertyChange } from '../../rules/compare-definitions.ts'

const TONES = { added: 'good', changed: 'active', removed: 'bad' } as const

/** What the draft does otherwise than the newest published version. */
export function Comparison({ before, after }: { before: FormDefinition | null; after: FormDefinition }) {
  const { t, words, has } = useTexts()
  const empty: FormDefinition = { key: after.key, version: 0, title: after.title, fields: [] }
  const changes = compareDefinitions(before ?? empty, after)
  if (changes.length === 0)
    return (
      <div className="card">
        <EmptyState title={t('forms.compare.same')} next={t('forms.compare.same.next')} />
      </div>
    )
  const propertyName = (property: string) =>
    has(`forms.property.${property}`) ? t(`forms.property.${property}`) : property
  const sections = [...(before?.sections ?? []), ...(after.sections ?? [])]
  /** A value as the designer names it: a type, a format, a shape, a section by its title. */
  const worded = (property: string, value: unknown) => {
    const key = property === 'type' ? `forms.type.${value}` : `forms.choice.${property}.${value}`
    if (has(key)) return t(key)
    const section = property === 'section' && sections.find(({ name }) => name === value)
    return section ? words(section.title) : shown(value)
  }
  const said = ({ property, after: value }: PropertyChange) => `${propertyName(property)} ${worded(property, value)}`
  return (
    <div className="card card-pad compare">
      <p className="quiet">
        {before
          ? t('forms.compare.with', { version: before.version, count: changes.length })
          : t('forms.compare.first')}
      </p>
      <table className="compare-table">
        <thead>
          <tr>
            <th>{t('forms.compare.kind')}</th>
            <th>{t('forms.compare.what')}</th>
            <th>{t('forms.compare.property')}</th>
            <th>{t('forms.compare.before')}</th>
            <th>{t('forms.compare.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, what, name, title, properties }) =>
            (kind === 'changed' ? properties : [null]).map((change) => (
              <tr key={`${kind} ${what} ${name} ${change?.property}`}>
                <td>
                  <StatusDot tone={TONES[kind]}>{t(`forms.compare.${kind}`)}</StatusDot>
                </td>
                <td>
                  {t(`forms.compare.${what}`)} {words(title) || name} <code className="quiet">{name}</code>
                </td>
                <td>{change ? propertyName(change.property) : ''}</td>
                <td className="compare-value">{change && worded(change.property, change.before)}</td>
                <td className="compare-value">
                  {change
                    ? worded(change.property, change.after)
                    : properties
                        .filter(({ property }) => property !== 'title')
                        .map(said)
                        .join('；')}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

function shown(value: unknown): string {
  if (value === undefined) return '—'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '✓' : '—'
  const { zh, en } = value as { zh?: string; en?: string }
  if (zh !== undefined) return en ? `${zh} / ${en}` : zh
  return Array.isArray(value) ? value.map(shownPart).join('、') : JSON.stringify(value)
}

/** A choice or a kind by its title, anything else as it is. */
function shownPart(value: unknown): string {
  const { title } = value as { title?: { zh: string } }
  return title?.zh ?? shown(value)
}
