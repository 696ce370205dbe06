import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { modulePages } from './modules.ts'
import { Home } from './pages/home.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Fault } from './shell/fault.tsx'
import { Shell } from './shell/shell.tsx'
import { SignIn } from './shell/sign-in.tsx'

type Load = () => Promise<{ default: ComponentType }>

/** One chunk a page: it is fetched when first opened. */
const page = (path: string, load: Load): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
})

const own: RouteObject[] = [
  { index: true, Component: Home },
  page('map', () => import('./pages/one-map.tsx')),
  page('cases', () => import('./pages/cases.tsx')),
  page('cases/:caseId', () => import('./pages/cases.tsx')),
  page('snapshots', () => import('./pages/snapshots.tsx')),
  page('snapshots/:snapshotId', () => import('./pages/snapshot.tsx')),
  page('statistics', () => import('./pages/statistics.tsx')),
  page('administration', () => import('./pages/administration.tsx')),
  page('administration/:part', () => import('./pages/administration.tsx')),
  page('account', () => import('./pages/account.tsx')),
]

const ofModules = modulePages.flatMap(({ pages }) => pages.map(({ path, load }) => page(path, load)))

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
