import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { VersionRow } from '../answers.ts'
import { MigrateDialog } from './migrate-dialog.tsx'

/** Offered on a version with cases under way where there is another to go to. */
export function MigrateButton({ name, row, versions }: { name: string; row: VersionRow; versions: number[] }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isOpen, setOpen] = useState(false)
  if (row.running === 0 || versions.length < 2 || !can('processes.migration.start')) return null
  return (
    <>
      <Button
        type="link"
        size="small"
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {t('processes.migrate')}
      </Button>
      {isOpen && <MigrateDialog name={name} from={row.version} versions={versions} onClose={() => setOpen(false)} />}
    </>
  )
}
