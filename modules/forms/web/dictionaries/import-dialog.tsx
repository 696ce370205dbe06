import { Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { EditionView } from './edition-view.ts'

/** A table in place of the items; which columns it needs is said beside the drop. */
export function ImportDialog({ view, onClose }: { view: EditionView; onClose: () => void }) {
  const { t } = useTexts()
  const [file, setFile] = useState<{ digest: string; name: string } | null>(null)
  const send = useCall('forms.dictionary.import')
  const { scheme, edition } = view
  return (
    <Modal
      open
      title={t('dictionaries.import')}
      okText={t('dictionaries.import.start')}
      okButtonProps={{ disabled: file === null }}
      confirmLoading={send.isPending}
      onOk={() =>
        file && send.mutate({ scheme, edition, digest: file.digest, name: file.name }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <p className="quiet">{t('dictionaries.import.explain', { count: view.items })}</p>
      <UploadDrop
        accept=".csv,.xlsx,.txt"
        hint={t('dictionaries.import.hint')}
        onStored={({ digest, name }) => setFile({ digest, name })}
      />
      <RefusalNotice error={send.error} />
    </Modal>
  )
}
