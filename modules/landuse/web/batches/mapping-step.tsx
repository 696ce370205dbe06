import { Button, Skeleton } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import type { BatchView } from '../answers.ts'
import { MappingTable } from './mapping-table.tsx'
import { rowsOf } from './rows-of.ts'
import { useMapping } from './use-mapping.ts'

/** Which field is which, with the first values beside; then the work is started. */
export function MappingStep({ batchId, onStarted }: { batchId: string; onStarted: () => void }) {
  const { data: batch, error } = useAsk('landuse.batch.view', { batchId })
  if (error) return <RefusalNotice error={error} />
  if (!batch) return <Skeleton active />
  return <Confirm batch={batch} onStarted={onStarted} />
}

function Confirm({ batch, onStarted }: { batch: BatchView; onStarted: () => void }) {
  const { t } = useTexts()
  const mapping = useMapping(batch)
  const process = useCall('landuse.batch.process')
  const start = async () => {
    if (mapping.isChanged) await mapping.confirm()
    await process.mutateAsync({ batchId: batch.id })
    onStarted()
  }
  const error = mapping.error ?? process.error
  return (
    <>
      <p className="quiet">
        {t('landuse.batch.rowsRead', { rows: rowsOf(batch), layer: batch.layerName })} · EPSG:{batch.crs.epsg}{' '}
        {t(`landuse.batch.crs.${batch.crs.how}`)} · {batch.encoding.name}
      </p>
      <MappingTable batch={batch} mapping={mapping.mapping} onChange={mapping.choose} />
      {error && <RefusalNotice error={error} />}
      <div className="dialog-foot">
        <Button
          type="primary"
          loading={mapping.isPending || process.isPending}
          disabled={!mapping.isComplete}
          onClick={() => void start().catch(() => undefined)}
        >
          {t('landuse.batch.start')}
        </Button>
      </div>
    </>
  )
}
