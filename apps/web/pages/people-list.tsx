import { Button } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '../../../modules/administration/queries/list-people.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { StatusDot } from '../../ui/components/status-dot.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'
import type { TableColumn, TableFilter } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { GrantsDialog } from './grants-dialog.tsx'
import { PersonActs } from './person-acts.tsx'
import { useRoleTitle } from './use-role-title.ts'

/** Who has an account, where they belong, which roles they hold. */
export function PeopleList() {
  const { t } = useTexts()
  const { can } = useSession()
  const [isAdding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const columns = useColumns()
  return (
    <>
      <DataTable<PersonRow>
        id="people"
        title={t('administration.people')}
        query="administration.person.list"
        rowKey={({ id }) => id}
        columns={columns}
        filters={useFilters()}
        onOpen={({ id }) => setOpenId(id)}
        actions={
          can('administration.person.add') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('administration.person.add')}
            </Button>
          )
        }
        empty={<EmptyState title={t('administration.people.empty')} next={t('administration.people.empty.next')} />}
      />
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {openId && <GrantsDialog personId={openId} onClose={() => setOpenId(null)} />}
    </>
  )
}

/** IP 绑定, 设备绑定, 服务访问设置. */
const boundOf = ({ networks, approvedDevicesOnly, refusedServices }: PersonRow) => [
  ...(networks.length > 0 ? (['networks'] as const) : []),
  ...(approvedDevicesOnly ? (['devices'] as const) : []),
  ...(refusedServices.length > 0 ? (['services'] as const) : []),
]

function useFilters(): TableFilter[] {
  const { t } = useTexts()
  const choices = (name: string, values: string[], of: (value: string) => string): TableFilter => ({
    ...{ name, kind: 'choice', label: t(name === 'kind' ? 'administration.person.kind' : 'common.state') },
    options: values.map((value) => ({ value, label: t(of(value)) })),
  })
  return [
    { name: 'text', kind: 'text', label: t('administration.person.search') },
    choices('kind', ['office', 'field'], (value) => `administration.kind.${value}`),
    choices('state', ['active', 'ended'], (value) => `administration.${value}`),
  ]
}

function useColumns(): TableColumn<PersonRow>[] {
  const { t } = useTexts()
  const { can } = useSession()
  const roleName = useRoleTitle()
  return [
    { key: 'name', title: t('administration.name'), width: 80, value: ({ name }) => name },
    { key: 'login', title: t('administration.login'), width: 105, value: ({ login }) => login },
    { key: 'title', title: t('administration.person.title'), width: 125, value: ({ title }) => title },
    {
      key: 'kind',
      title: t('administration.person.kind'),
      width: 65,
      value: ({ kind }) => t(`administration.kind.${kind}`),
    },
    { key: 'phone', title: t('administration.person.phone'), width: 130, optional: true, value: ({ phone }) => phone },
    {
      key: 'bound',
      title: t('administration.person.bound'),
      width: 150,
      value: (person) =>
        boundOf(person)
          .map((how) => t(`administration.bound.${how}`))
          .join(t('common.comma')),
      render: (person) => (
        <span className="grants">
          {boundOf(person).map((how) => (
            <span key={how} className="tag" title={how === 'networks' ? person.networks.join('\n') : undefined}>
              {t(`administration.bound.${how}`)}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'organisation',
      title: t('administration.organisation'),
      width: 170,
      value: ({ organisationName }) => organisationName,
    },
    {
      key: 'grants',
      title: t('administration.grants'),
      width: 220,
      value: ({ grants }) => grants.map(({ role, roleTitle }) => roleName(role, roleTitle)).join(t('common.comma')),
      render: ({ grants }) => (
        <span className="grants">
          {grants.map(({ id, role, roleTitle, areaName, area }) => (
            <span key={id} className="tag">
              {[roleName(role, roleTitle), areaName ?? area].filter(Boolean).join(' · ')}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'ended',
      title: t('common.state'),
      width: 80,
      value: ({ ended }) => t(ended ? 'administration.ended' : 'administration.active'),
      render: ({ ended }) => (
        <StatusDot tone={ended ? 'idle' : 'good'}>
          {t(ended ? 'administration.ended' : 'administration.active')}
        </StatusDot>
      ),
    },
    ...(can('administration.person.end') || can('administration.person.link')
      ? [
          {
            key: 'act',
            title: '',
            width: 225,
            value: () => null,
            render: (person: PersonRow) => <PersonActs person={person} />,
          },
        ]
      : []),
  ]
}
