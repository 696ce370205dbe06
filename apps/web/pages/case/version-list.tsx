import { Modal, Skeleton } from 'antd'
import type { Resource } from '../../../ui/case-view.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { fileSize, instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import { addressOfFile } from './file-address.ts'

/** What a file was before: every version stays to be read. */
export function VersionList({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { t } = useTexts()
  const { data, error } = useAsk('casework.resource.versions', { resourceId: resource.id })
  return (
    <Modal open title={t('files.versions.of', { title: resource.title })} footer={null} onCancel={onClose}>
      <RefusalNotice error={error} />
      {!data && !error && <Skeleton active title={false} />}
      {[resource, ...(data?.rows ?? [])].map((one) => (
        <div key={one.id} className="file-row">
          <span className="tag">{t('files.version', { version: one.version })}</span>
          <a className="file-name" href={addressOfFile(one.id)}>
            {one.title}
          </a>
          <span>{one.madeBy?.name}</span>
          <span className="quiet number">{instant(one.madeAt)}</span>
          <span className="quiet number">{one.size === null ? '' : fileSize(one.size)}</span>
        </div>
      ))}
    </Modal>
  )
}
