import type { ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'

type Props = {
  map: ReactNode
  /** Below the map; left out, the map takes all. */
  table?: ReactNode
  /** 392 px at the right, with its actions pinned at the foot. */
  panel?: ReactNode
}

/** The desk: the map is the ground, the table lies below, the case stands at the right; the map never disappears. */
export function WorkFrame({ map, table, panel }: Props) {
  const { t } = useTexts()
  return (
    <div className={panel ? 'work work-with-panel' : 'work'}>
      <div className="work-ground">
        <div className="work-map">{map}</div>
        {table && <div className="work-table">{table}</div>}
      </div>
      {panel && (
        <aside className="work-panel" aria-label={t('web.panel')}>
          {panel}
        </aside>
      )}
    </div>
  )
}
