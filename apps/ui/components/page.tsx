import { Skeleton } from 'antd'
import type { ReactNode } from 'react'

type Props = { title: string; extra?: ReactNode; children: ReactNode; note?: ReactNode }

/** The frame of a page that is not a map: title, actions, content. */
export function Page({ title, extra, note, children }: Props) {
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{title}</h1>
        {note && <div className="page-note">{note}</div>}
        <div className="page-extra">{extra}</div>
      </div>
      <div className="page-body">{children}</div>
    </div>
  )
}

export const PageSkeleton = () => (
  <div className="page page-waiting" aria-busy>
    <Skeleton active title={{ width: 180 }} paragraph={{ rows: 8 }} />
  </div>
)
