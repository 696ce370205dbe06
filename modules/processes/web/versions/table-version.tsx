import { useEffect, useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { readDmn } from '../../../../kernel/process/decision/read-dmn.ts'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import { TableView } from '../table/table-view.tsx'

/** A published decision table, to be read. */
export function TableVersion({ name, version }: { name: string; version: number }) {
  const { t } = useTexts()
  const view = useAsk('processes.version.view', { kind: 'decision', key: name, version })
  const [table, setTable] = useState<DecisionTable | null>(null)
  const content = view.data?.content
  useEffect(() => {
    if (content) void readDmn(content).then((read) => setTable('code' in read ? null : read))
  }, [content])
  return (
    <Section title={t('processes.version.table', { version })}>
      {view.error && <RefusalNotice error={view.error} />}
      {table && <TableView table={table} />}
    </Section>
  )
}
