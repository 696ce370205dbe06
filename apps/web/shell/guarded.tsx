import { LockOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { useTexts, type Words } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'

/** A page's title (a text's key, or its words) and the verbs of which one opens it. */
export type PageRight = { title: string | Words; verbs: readonly string[] }

/** The page for whoever may open it; whoever may not is told whom to ask. */
export function Guarded({ right: { title, verbs }, page }: { right: PageRight; page: ReactNode }) {
  const { t, words } = useTexts()
  const { can, person } = useSession()
  if (verbs.some((verb) => can(verb))) return page
  const what = typeof title === 'string' ? t(title) : words(title)
  return (
    <EmptyState
      icon={<LockOutlined />}
      title={t('web.noRight', { what })}
      next={t('web.noRight.next', { login: person?.login ?? '' })}
      action={<Link to="/">{t('web.noRight.back')}</Link>}
    />
  )
}
