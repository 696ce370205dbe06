import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import '../../../../apps/ui/theme/print.css'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import '../compliance.css'
import { PrintedReport } from './printed-report.tsx'

/** The report on A4, as it goes into the file; printing waits until the map is drawn. */
export default function PrintPage() {
  const { reportId = '' } = useParams()
  const { t } = useTexts()
  const layers = useLayers()
  const report = useAsk('compliance.report.view', { reportId })
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const error = layers.error ?? report.error
  if (error) return <RefusalNotice error={error} onRetry={() => report.refetch()} />
  if (!layers.data || !report.data) return <PageSkeleton />
  const go = () => {
    if (!handle || handle.map.loaded()) return print()
    handle.map.once('idle', () => print())
  }
  return (
    <div className="print-page">
      <style>{'@page { size: A4; margin: 14mm 16mm }'}</style>
      <div className="print-bar">
        <Button type="primary" onClick={go}>
          {t('compliance.print.now')}
        </Button>
        <Link to={`/compliance/${reportId}`}>
          <Button>{t('compliance.print.back')}</Button>
        </Link>
      </div>
      <div className="print-desk">
        <PrintedReport report={report.data} layers={layers.data.rows} onReady={setHandle} />
      </div>
    </div>
  )
}
