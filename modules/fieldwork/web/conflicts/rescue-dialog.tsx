import { Button, Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'

/** 导入救援包: the archive a phone saved when nothing else worked; the same one again changes nothing. */
export function RescueDialog() {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const take = useCall('fieldwork.rescue.import')
  const report = take.data
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('fieldwork.rescue.import')}</Button>
      <Modal
        open={isOpen}
        title={t('fieldwork.rescue.import')}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          setOpen(false)
          take.reset()
        }}
      >
        <p>{t('field.desk.rescue.what')}</p>
        <UploadDrop accept=".zip" onStored={({ digest }) => take.mutate({ fileDigest: digest })} />
        {take.isPending && <p role="status">{t('field.desk.rescue.working')}</p>}
        {take.error && <RefusalNotice error={take.error} />}
        {report && (
          <p role="status">
            {t('field.desk.rescue.done', {
              operations: report.operations,
              photos: report.photos,
              unreadable: report.unreadable,
              fresh: report.statuses.applied ?? 0,
              aside: (report.statuses.held ?? 0) + (report.statuses.conflict ?? 0) + (report.statuses.quarantined ?? 0),
            })}
          </p>
        )}
      </Modal>
    </>
  )
}
