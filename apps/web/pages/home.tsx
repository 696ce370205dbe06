import { lazy } from 'react'
import { Navigate } from 'react-router'
import { useSession } from '../../ui/session.ts'
import { useMenuEntries } from '../shell/menu-entries.tsx'

const Worklist = lazy(() => import('./worklist.tsx'))

/** The worklist; whoever does no casework (administrators, auditors) begins with the first page open to them. */
export function Home() {
  const { can } = useSession()
  const [first] = useMenuEntries()
  if (can('casework.worklist')) return <Worklist />
  return <Navigate to={first?.to ?? '/account'} replace />
}
