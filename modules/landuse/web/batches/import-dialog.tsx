import { Modal, Steps } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { FileStep } from './file-step.tsx'
import { MappingStep } from './mapping-step.tsx'

/** 上传线索: the file and what it is, then its fields, then work begins. Closing after the first step loses nothing. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const go = useNavigate()
  const [batchId, setBatchId] = useState<string | null>(null)
  const open = (id: string) => {
    onClose()
    go(`/batches/${id}`)
  }
  return (
    <Modal
      open
      width={760}
      title={t('landuse.import.title')}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => (batchId ? open(batchId) : onClose())}
    >
      <Steps
        size="small"
        className="import-steps"
        current={batchId ? 1 : 0}
        items={[
          { title: t('landuse.import.file') },
          { title: t('landuse.mapping') },
          { title: t('landuse.batch.start') },
        ]}
      />
      {batchId ? (
        <MappingStep batchId={batchId} onStarted={() => open(batchId)} />
      ) : (
        <FileStep onReceived={setBatchId} onCancel={onClose} />
      )}
    </Modal>
  )
}
