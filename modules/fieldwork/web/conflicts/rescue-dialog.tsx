import { Button, Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { RescueImport } from './rescue-import.tsx'

/** 导入救援包: the archive a phone saved when nothing else worked, taken in in the background; the same one again changes nothing. */
export function RescueDialog() {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('fieldwork.rescue.import')}</Button>
      <Modal
        open={isOpen}
        width={720}
        title={t('fieldwork.rescue.import')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Imports />
      </Modal>
    </>
  )
}

/** What was imported before stays to be read: who closes the page during a long one finds it here. */
function Imports() {
  const { t } = useTexts()
  const list = useAsk('fieldwork.rescue.list', {})
  const take = useCall('fieldwork.rescue.import')
  const [chosen, setChosen] = useState<string>()
  const rows = list.data?.rows ?? []
  const open = chosen ?? rows.find(({ endedAt }) => endedAt === null)?.id
  const begin = async (file: { digest: string; name: string }) => {
    const { rescueId } = await take.mutateAsync({ fileDigest: file.digest, fileName: file.name.slice(0, 200) })
    setChosen(rescueId)
    await list.refetch()
  }
  return (
    <>
      <p className="rescue-what">{t('field.desk.rescue.what')}</p>
      <UploadDrop accept=".zip" onStored={(file) => void begin(file).catch(() => undefined)} />
      <RefusalNotice error={take.error ?? list.error} />
      {rows.length > 0 && <h3 className="rescue-head">{t('fieldwork.rescue.list')}</h3>}
      <ul className="rescue-list">
        {rows.map((row) => (
          <RescueImport
            key={row.id}
            row={row}
            isOpen={row.id === open}
            onOpen={() => setChosen(row.id)}
            onEnd={() => void list.refetch()}
          />
        ))}
      </ul>
    </>
  )
}
