import { Button } from 'antd'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

export type Resources = AnswerOf<'administration.resource.list'>
export type ResourceKind = 'business' | 'layer' | 'function'
export type Described = Pick<Resources['layers'][number], 'code' | 'card' | 'roles'>

/** What the bureau says of a resource: for what, by whom, since when. */
export function About({ card }: Pick<Described, 'card'>) {
  const { t } = useTexts()
  if (!card) return <span className="quiet">{t('administration.resource.about.none')}</span>
  const { about, source, keeper, contact, changedBy, changedAt } = card
  return (
    <span title={t('administration.resource.changed', { by: changedBy, at: day(String(changedAt)) })}>
      {about}
      <span className="quiet"> {[source, keeper?.name, contact].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

export function Roles({ roles }: Pick<Described, 'roles'>) {
  const { t, words } = useTexts()
  if (roles.length === 0) return <span className="quiet">{t('administration.resource.unlimited')}</span>
  return (
    <span className="role-verbs">
      {roles.map(({ code, title }) => (
        <span key={code} className="tag">
          {words(title)}
        </span>
      ))}
    </span>
  )
}

/** The columns that every kind of resource has at its end; `onEdit` only for whoever may. */
export function useSharedColumns<R extends Described>(onEdit: ((row: R) => void) | null) {
  const { t } = useTexts()
  return [
    { key: 'roles', width: 240, title: t('administration.resource.roles'), render: (_: unknown, row: R) => <Roles roles={row.roles} /> }, // biome-ignore format: one row
    { key: 'about', title: t('administration.resource.about'), render: (_: unknown, row: R) => <About card={row.card} /> }, // biome-ignore format: one row
    ...(onEdit
      ? [
          {
            key: 'act',
            width: 80,
            render: (_: unknown, row: R) => (
              <Button size="small" type="text" onClick={() => onEdit(row)}>
                {t('administration.resource.edit')}
              </Button>
            ),
          },
        ]
      : []),
  ]
}
