import { ImportOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { Note } from '../../schema.ts'
import { useNotes } from '../common/use-notes.ts'

type Read = { patches: { name: string; DLBM: string | null; geometry: MultiPolygon }[]; findings: Note[] }
type Props = { caseId: string; onRead: (patches: Read['patches']) => void }

/** Boundary vertices measured with a receiver: TXT, CSV or GPX. */
export function ImportVertices({ caseId, onRead }: Props) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentences } = useNotes()
  const [isOpen, setOpen] = useState(false)
  const read = useCall('landuse.survey.importVertices')
  const take = (file: { digest: string; name: string }) =>
    read.mutate(
      { caseId, fileDigest: file.digest, fileName: file.name },
      {
        onSuccess: ({ patches, findings }) => {
          onRead(patches)
          setOpen(false)
          const said = t('landuse.survey.imported', { count: patches.length })
          void message.success([said, sentences(findings)].filter(Boolean).join(' '))
        },
      },
    )
  return (
    <>
      <Button size="small" icon={<ImportOutlined />} onClick={() => setOpen(true)}>
        {t('landuse.survey.import')}
      </Button>
      <Modal
        open={isOpen}
        title={t('landuse.survey.import')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <UploadDrop accept=".txt,.csv,.gpx" hint={t('landuse.survey.import.hint')} onStored={take} />
        {read.error && <RefusalNotice error={read.error} />}
      </Modal>
    </>
  )
}
