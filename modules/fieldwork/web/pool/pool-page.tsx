import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { ModuleDialog } from './module-dialog.tsx'
import { ModuleIcon } from './module-icon.tsx'
import type { ModuleRow } from './module-row.ts'
import { useBusinessWords } from './use-business-words.ts'
import './pool.css'

/** 外业业务池 (SH096): the modules businesses bring to the phones; registered, changed, withdrawn here without a new program. */
export default function PoolPage() {
  const { t } = useTexts()
  const [open, setOpen] = useState<ModuleRow | 'new' | null>(null)
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      {t('fieldwork.pool.register')}
    </Button>
  )
  return (
    <Page title={t('fieldwork.pool.list')} note={t('fieldwork.pool.note')} extra={add}>
      <div className="card card-fill">
        <DataTable<ModuleRow>
          id="field-modules"
          title={t('fieldwork.pool.list')}
          query="fieldwork.pool.list"
          rowKey={({ code }) => code}
          columns={useColumns()}
          onOpen={setOpen}
          empty={<EmptyState title={t('fieldwork.pool.empty')} action={add} />}
        />
      </div>
      {open && <ModuleDialog module={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function useColumns(): TableColumn<ModuleRow>[] {
  const { t, words } = useTexts()
  const businessWords = useBusinessWords()
  return [
    {
      ...{ key: 'name', title: t('fieldwork.pool.name'), width: 220, value: (row) => words(row.name) },
      render: (row) => (
        <span className="pool-name">
          <ModuleIcon icon={row.icon} colour={row.colour} />
          {words(row.name)}
        </span>
      ),
    },
    { key: 'code', title: t('fieldwork.pool.code'), width: 160, optional: true, value: ({ code }) => code },
    {
      ...{ key: 'businesses', title: t('fieldwork.pool.businesses'), width: 220 },
      value: ({ businesses }) => businesses.map(businessWords).join(t('common.comma')),
    },
    {
      ...{ key: 'seers', title: t('fieldwork.pool.seers'), width: 200 },
      value: ({ roles, organisations }) =>
        roles.length + organisations.length === 0
          ? t('fieldwork.pool.everybody')
          : t('fieldwork.pool.some', { roles: roles.length, organisations: organisations.length }),
    },
    {
      key: 'position',
      title: t('fieldwork.pool.position'),
      width: 80,
      type: 'integer',
      value: ({ position }) => position,
    },
    {
      ...{ key: 'state', title: t('common.state'), width: 110, value: (row) => stateWords(row, t) },
      render: (row) => <StatusDot tone={row.isWithdrawn ? 'idle' : 'good'}>{stateWords(row, t)}</StatusDot>,
    },
    { key: 'act', title: '', width: 110, value: () => null, render: (row) => <Withdraw module={row} /> },
  ]
}

const stateWords = ({ isWithdrawn }: ModuleRow, t: (key: string) => string) =>
  t(isWithdrawn ? 'fieldwork.pool.withdrawn' : 'fieldwork.pool.inUse')

function Withdraw({ module: { code, name, isWithdrawn } }: { module: ModuleRow }) {
  const { t, words } = useTexts()
  const { mutate, isPending, error } = useCall('fieldwork.pool.withdraw')
  const key = isWithdrawn ? 'fieldwork.pool.restoreIt' : 'fieldwork.pool.withdrawIt'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening under the button
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span onClick={(event) => event.stopPropagation()}>
      <Popconfirm
        title={t(`${key}.ask`, { name: words(name) })}
        onConfirm={() => mutate({ code, withdrawn: !isWithdrawn })}
      >
        <Button size="small" type="text" danger={!isWithdrawn} loading={isPending}>
          {t(key)}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </span>
  )
}
