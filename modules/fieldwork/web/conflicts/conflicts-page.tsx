import { Segmented } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { InputOf } from '../../../../apps/ui/api-types.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import './conflicts.css'
import { OperationDetail } from './operation-detail.tsx'
import { OperationItem } from './operation-item.tsx'
import { RescueDialog } from './rescue-dialog.tsx'

const BOXES = ['conflict', 'held', 'quarantined', 'settled'] as const

/** 外业待处理: what came from phones and was not simply done; one is decided of beside the list. */
export default function ConflictsPage() {
  const { t } = useTexts()
  const go = useNavigate()
  const { operationId } = useParams()
  const { can } = useSession()
  // In the address: opening an act is another page, and its box stays.
  const [asked] = useSearchParams()
  const box = BOXES.find((one) => one === asked.get('box')) ?? 'conflict'
  const filter: InputOf<'fieldwork.operation.list'> = box === 'settled' ? { settled: true } : { status: box }
  const { data, error } = useAsk('fieldwork.operation.list', filter, { keep: true })
  const rows = data?.rows ?? []
  return (
    <Page
      title={t('field.desk.held')}
      note={t('field.desk.held.note')}
      extra={can('fieldwork.rescue.import') && <RescueDialog />}
    >
      <div className="held">
        <section className="held-list card" aria-label={t('field.desk.held')}>
          <Segmented
            block
            value={box}
            onChange={(next) => void go(`/fieldwork/held?box=${next}`)}
            options={BOXES.map((value) => ({ value, label: t(`field.desk.box.${value}`) }))}
          />
          {error && <RefusalNotice error={error} />}
          {data && rows.length === 0 && (
            <EmptyState small title={t('field.desk.none')} next={t(`field.desk.none.${box}`)} />
          )}
          <ul>
            {rows.map((row) => (
              <OperationItem key={row.id} row={row} isOpen={row.id === operationId} />
            ))}
          </ul>
        </section>
        {operationId ? (
          <OperationDetail key={operationId} operationId={operationId} />
        ) : (
          rows.length > 0 && <EmptyState title={t('field.desk.choose')} next={t('field.desk.choose.next')} />
        )}
      </div>
    </Page>
  )
}
