import { Link } from 'react-router'
import { count } from '../../../../apps/ui/format.ts'
import type { Filter } from './answers.ts'

type Props = { n: number; label: string; filter: Filter; more?: Record<string, string>; tone?: string }

/** A number, and the list of the cases behind it. */
export function CasesLink({ n, label, filter, more = {}, tone = '' }: Props) {
  if (n === 0) return <span className="quiet number">0</span>
  const search = new URLSearchParams({ business: 'ownership.homestead', ...filter, ...more })
  return (
    <Link to={`/cases?${search}`} className={`number ${tone}`} aria-label={`${label} ${n}`}>
      {count(n)}
    </Link>
  )
}
