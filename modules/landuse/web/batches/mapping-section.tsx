import { Button } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { BatchView } from '../answers.ts'
import { MappingTable } from './mapping-table.tsx'
import { useMapping } from './use-mapping.ts'

/** The mapping the batch is read by; it may be changed until its rows are read. */
export function MappingSection({ batch }: { batch: BatchView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const mapping = useMapping(batch)
  const isUnread = (batch.rows.accepted ?? 0) + (batch.rows.repaired ?? 0) === 0
  const isOpen =
    (batch.state === 'mapping' || batch.state === 'ready') &&
    isUnread &&
    can('landuse.batch.confirmMapping', { area: batch.areaCode, business: 'landuse' })
  return (
    <Section
      title={t('landuse.mapping')}
      extra={
        isOpen && (
          <Button
            size="small"
            disabled={!mapping.isChanged || !mapping.isComplete}
            loading={mapping.isPending}
            onClick={() => void mapping.confirm().catch(() => undefined)}
          >
            {t('landuse.mapping.confirm')}
          </Button>
        )
      }
    >
      {batch.mappingMissing.length > 0 && <p className="warning-line">{t('landuse.mapping.missing')}</p>}
      <MappingTable isNarrow batch={batch} mapping={mapping.mapping} {...(isOpen && { onChange: mapping.choose })} />
      {mapping.error && <RefusalNotice error={mapping.error} />}
    </Section>
  )
}
