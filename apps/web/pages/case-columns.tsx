import type { CaseState, FoundCase } from '../../ui/case-view.ts'
import { Lamp } from '../../ui/components/lamp.tsx'
import { StatusDot, type Tone } from '../../ui/components/status-dot.tsx'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TableColumn } from '../../ui/table/column.ts'
import { useBusinessName } from './use-business-name.ts'

export const caseTone: Record<CaseState, Tone> = {
  running: 'active',
  suspended: 'warning',
  ended: 'good',
  closedIrregularly: 'idle',
}

/** A closed case has no clock any more. */
export const isOpen = (state: CaseState) => state === 'running' || state === 'suspended'

export function useCaseColumns(): TableColumn<FoundCase>[] {
  const { t } = useTexts()
  const businessName = useBusinessName()
  return [
    {
      key: 'number',
      title: t('cases.number'),
      width: 170,
      value: ({ number }) => number,
      render: ({ number }) => <span className="link-text">{number}</span>,
    },
    { key: 'title', title: t('cases.name'), width: 240, isName: true, value: ({ title }) => title },
    {
      key: 'business',
      title: t('cases.business'),
      width: 130,
      optional: true,
      value: ({ business }) => businessName(business),
    },
    { key: 'area', title: t('cases.area'), width: 130, value: ({ areaName }) => areaName },
    {
      key: 'state',
      title: t('common.state'),
      width: 90,
      value: ({ state }) => t(`cases.state.${state}`),
      render: ({ state }) => <StatusDot tone={caseTone[state]}>{t(`cases.state.${state}`)}</StatusDot>,
    },
    {
      key: 'lamp',
      title: t('cases.lamp'),
      width: 90,
      value: ({ lamp, state }) => (isOpen(state) ? t(`lamp.${lamp}`) : null),
      render: ({ lamp, state }) => (isOpen(state) ? <Lamp lamp={lamp} /> : '—'),
    },
    { key: 'openedAt', title: t('cases.opened'), width: 140, value: ({ openedAt }) => instant(openedAt) },
    {
      key: 'closedAt',
      title: t('cases.closed'),
      width: 140,
      optional: true,
      value: ({ closedAt }) => instant(closedAt),
    },
  ]
}
