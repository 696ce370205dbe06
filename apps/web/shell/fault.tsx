import { useRouteError } from 'react-router'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'

/** A page that broke: said in words, and the way back is a reload. */
export function Fault() {
  const error = useRouteError()
  return (
    <div className="page">
      <RefusalNotice error={error} onRetry={() => location.reload()} />
    </div>
  )
}
