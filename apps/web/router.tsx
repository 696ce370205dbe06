import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import type { ModulePage } from '../ui/module-pages.ts'
import { modulePages } from './modules.ts'
import { administrationVerbs } from './pages/administration-parts.ts'
import { Home } from './pages/home.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Fault } from './shell/fault.tsx'
import { Guarded, type PageRight } from './shell/guarded.tsx'
import { Shell } from './shell/shell.tsx'
import { SignIn } from './shell/sign-in.tsx'

type Load = () => Promise<{ default: ComponentType }>

/** One chunk a page: it is fetched when first opened. */
const page = (path: string, load: Load, right?: PageRight): RouteObject => ({
  path,
  lazy: async () => {
    const { default: Component } = await load()
    return right ? { element: <Guarded right={right} page={<Component />} /> } : { Component }
  },
})

/** What each page is for, and the verbs of which one opens it. */
const rights = {
  centre: { title: 'centre.title', verbs: ['centre.business.list'] },
  map: { title: 'web.menu.map', verbs: ['onemap.layers'] },
  cases: { title: 'web.menu.cases', verbs: ['casework.case.search'] },
  case: { title: 'web.menu.cases', verbs: ['casework.case.view'] },
  supervision: { title: 'web.menu.supervision', verbs: ['casework.supervision.overview'] },
  filings: { title: 'filings.title', verbs: ['casework.filing.list'] },
  delegations: { title: 'delegations.title', verbs: ['casework.delegation.list'] },
  snapshots: { title: 'web.menu.snapshots', verbs: ['casework.snapshot.search'] },
  statistics: { title: 'web.menu.statistics', verbs: ['landuse.statistics'] },
  administration: { title: 'web.menu.administration', verbs: administrationVerbs },
} satisfies Record<string, PageRight>

const own: RouteObject[] = [
  { index: true, Component: Home },
  page('centre', () => import('./pages/centre/centre.tsx'), rights.centre),
  page('map', () => import('./pages/one-map.tsx'), rights.map),
  page('map/print', () => import('./pages/print-map.tsx'), rights.map),
  page('cases', () => import('./pages/cases.tsx'), rights.cases),
  page('cases/:caseId', () => import('./pages/cases.tsx'), rights.case),
  page('supervision', () => import('./pages/supervision/supervision.tsx'), rights.supervision),
  page('filings', () => import('./pages/filings/filings.tsx'), rights.filings),
  page('delegations', () => import('./pages/delegations/delegations.tsx'), rights.delegations),
  page('snapshots', () => import('./pages/snapshots.tsx'), rights.snapshots),
  page('snapshots/:snapshotId', () => import('./pages/snapshot.tsx'), rights.snapshots),
  page('statistics', () => import('./pages/statistics.tsx'), rights.statistics),
  page('administration', () => import('./pages/administration.tsx'), rights.administration),
  page('administration/:part', () => import('./pages/administration.tsx'), rights.administration),
  page('account', () => import('./pages/account.tsx')),
]

const rightOf = ({ title, verb }: NonNullable<ModulePage['menu']>): PageRight | undefined =>
  verb === undefined ? undefined : { title, verbs: [verb] }

const ofModules = modulePages.flatMap(({ pages }) =>
  pages.map(({ path, load, menu }) => page(path, load, menu && rightOf(menu))),
)

export const router = createBrowserRouter([
  { path: '/sign-in', Component: SignIn, ErrorBoundary: Fault },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: Fault,
    HydrateFallback: () => null,
    children: [{ ErrorBoundary: Fault, children: [...own, ...ofModules, { path: '*', Component: NotFound }] }],
  },
])
