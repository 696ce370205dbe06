import { DownloadOutlined } from '@ant-design/icons'
import { Radio } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../../apps/ui/api.ts'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ListTable } from '../../../../apps/ui/table/list-table.tsx'
import type { VersionRow } from '../answers.ts'
import { MigrateButton } from './migrate-button.tsx'
import { MigrateDialog } from './migrate-dialog.tsx'

type Props = {
  kind: 'process' | 'decision'
  name: string
  rows: VersionRow[]
  chosen: number | null
  onChoose: (version: number) => void
}

/** Newest first: by whom, why, cases under way and closed on each. */
export function VersionTable({ kind, name, rows, chosen, onChoose }: Props) {
  const { t } = useTexts()
  // Here and not in its row: when the last case has gone the row offers nothing more, and the report is still to be read.
  const [migrating, setMigrating] = useState<number | null>(null)
  const counts = [
    { key: 'running', dataIndex: 'running', title: t('processes.column.running'), width: 90, align: 'right' as const },
    { key: 'ended', dataIndex: 'ended', title: t('processes.column.ended'), width: 90, align: 'right' as const },
  ]
  const columns = [
    {
      ...{ key: 'version', title: t('processes.column.version'), width: 110 },
      render: (_: unknown, { version }: VersionRow) => (
        <Radio checked={version === chosen} onChange={() => onChoose(version)}>
          {version}
        </Radio>
      ),
    },
    {
      ...{ key: 'publishedAt', title: t('processes.column.publishedAt'), width: 150 },
      render: (_: unknown, row: VersionRow) => instant(row.publishedAt),
    },
    {
      ...{ key: 'by', title: t('processes.column.twoPersons'), width: 170 },
      render: (_: unknown, { publishedBy, submittedBy }: VersionRow) =>
        [submittedBy, publishedBy].filter(Boolean).join(' → ') || t('processes.program'),
    },
    { key: 'note', dataIndex: 'note', title: t('processes.column.note'), width: 260 },
    ...(kind === 'process' ? counts : []),
    {
      ...{ key: 'acts', title: '', width: 200 },
      render: (_: unknown, row: VersionRow) => (
        <span className="version-acts">
          <a href={addressOf('processes.version.export', { kind, key: name, version: row.version })} download>
            <DownloadOutlined /> {t('processes.export')}
          </a>
          {kind === 'process' && (
            <MigrateButton running={row.running} others={rows.length - 1} onOpen={() => setMigrating(row.version)} />
          )}
        </span>
      ),
    },
  ]
  return (
    <>
      <ListTable<VersionRow>
        size="small"
        className="version-table"
        rowKey="version"
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 900 }}
        onRow={({ version }) => ({ onClick: () => onChoose(version) })}
        rowClassName={({ version }) => (version === chosen ? 'is-chosen' : '')}
        locale={{ emptyText: t('processes.versions.none') }}
      />
      {migrating !== null && (
        <MigrateDialog
          name={name}
          from={migrating}
          versions={rows.map(({ version }) => version)}
          onClose={() => setMigrating(null)}
        />
      )}
    </>
  )
}
