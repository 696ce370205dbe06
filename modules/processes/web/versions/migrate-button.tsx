import { Button } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'

/** Offered on a version with cases under way where there is another to go to. */
export function MigrateButton({ running, others, onOpen }: { running: number; others: number; onOpen: () => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  if (running === 0 || others === 0 || !can('processes.migration.start')) return null
  return (
    <Button
      type="link"
      size="small"
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
    >
      {t('processes.migrate')}
    </Button>
  )
}
