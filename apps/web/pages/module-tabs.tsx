import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { CaseView } from '../../ui/case-view.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import type { CaseTab } from '../../ui/module-pages.ts'
import { modulePages } from '../modules.ts'

const components = new Map<CaseTab, ReturnType<typeof lazyTab>>()
const lazyTab = (tab: CaseTab) => lazy(tab.load)

function componentOf(tab: CaseTab) {
  const known = components.get(tab) ?? lazyTab(tab)
  components.set(tab, known)
  return known
}

/** Tabs a module adds to its own cases: quality, overlay, before and after. */
export function moduleTabs(view: CaseView, map: MapHandle | null, t: (key: string) => string) {
  // A module with several businesses names what they begin with: «approvals» is also «approvals.cadastral».
  const isOf = (business: string) => view.business === business || view.business.startsWith(`${business}.`)
  const tabs = modulePages
    .filter(({ business, tabsAlsoFor = [] }) => [business, ...tabsAlsoFor].some(isOf))
    .flatMap(({ caseTabs = [] }) => caseTabs)
  return tabs.map((tab) => {
    const Content = componentOf(tab)
    return {
      key: tab.key,
      label: t(tab.title),
      children: (
        <Suspense fallback={<Skeleton active />}>
          <Content case={view} map={map} />
        </Suspense>
      ),
    }
  })
}
