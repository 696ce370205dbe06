import { Button, Modal, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { useBusinessName, useBusinessTitle } from './use-business-name.ts'
import { useOrganisations } from './use-organisations.ts'
import { useRoleTitle } from './use-role-title.ts'

/** A person's roles, each for an area; given and withdrawn here. */
export function GrantsDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { data } = useAsk('administration.person.list', {})
  const person = data?.rows.find(({ id }) => id === personId)
  if (!person) return null
  return (
    <Modal
      open
      title={t('administration.grant.title', { name: person.name })}
      onCancel={onClose}
      footer={null}
      width={600}
    >
      {person.grants.length === 0 && <p className="quiet">{t('administration.grant.none')}</p>}
      {person.grants.map((grant) => (
        <GrantRow key={grant.id} person={person} grant={grant} />
      ))}
      {can('administration.right.grant') && !person.ended && <NewGrant personId={personId} />}
    </Modal>
  )
}

function GrantRow({ person, grant }: { person: PersonRow; grant: PersonRow['grants'][number] }) {
  const { t } = useTexts()
  const { can } = useSession()
  const businessName = useBusinessName()
  const title = useRoleTitle()(grant.role, grant.roleTitle)
  const { mutate, isPending, error } = useCall('administration.right.end')
  return (
    <div className="grant-row">
      <strong>{title}</strong>
      <span>{grant.areaName ?? (grant.area || t('administration.grant.everywhere'))}</span>
      <span className="quiet">{businessName(grant.business)}</span>
      <RefusalNotice error={error} />
      {grant.ofOrganisation && <span className="tag">{t('administration.grant.ofOrganisation')}</span>}
      {!grant.ofOrganisation && can('administration.right.end') && (
        <Popconfirm
          title={t('administration.grant.end.ask', { name: person.name, role: title })}
          onConfirm={() => mutate({ id: grant.id })}
        >
          <Button size="small" type="text" danger loading={isPending}>
            {t('administration.right.end')}
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}

function NewGrant({ personId }: { personId: string }) {
  const { t, language } = useTexts()
  const roles = useAsk('administration.role.list')
  const places = useOrganisations()
  const [role, setRole] = useState<string>()
  const [area, setArea] = useState('')
  const [business, setBusiness] = useState('*')
  const [organisation, setOrganisation] = useState<string>()
  const businessName = useBusinessName()
  const businessTitle = useBusinessTitle()
  const { mutate, isPending, error } = useCall('administration.right.grant')
  const roleOptions = (roles.data?.rows ?? []).map((one) => ({
    value: one.code,
    label: language === 'en' ? one.title_en : one.title_zh,
  }))
  const areaOptions = [
    { value: '', label: t('administration.grant.everywhere') },
    ...(places.data?.areas ?? []).map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
  ]
  const give = () =>
    role &&
    mutate(
      { person: personId, role, area, business, ...(organisation && { organisation }) },
      { onSuccess: () => setRole(undefined) },
    )
  return (
    <>
      <div className="grant-new">
        <Select
          placeholder={t('administration.grant.role')}
          aria-label={t('administration.grant.role')}
          value={role}
          options={roleOptions}
          onChange={setRole}
        />
        <Select
          aria-label={t('administration.grant.area')}
          value={area}
          options={areaOptions}
          onChange={setArea}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <Select
          aria-label={t('administration.grant.business')}
          value={business}
          options={[
            { value: '*', label: businessName('*') },
            ...(roles.data?.businesses ?? []).map((one) => ({ value: one.code, label: businessTitle(one) })),
          ]}
          onChange={setBusiness}
        />
        <Select
          aria-label={t('administration.grant.organisation')}
          placeholder={t('administration.grant.anyOrganisation')}
          allowClear
          value={organisation}
          options={(places.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen?: string) => setOrganisation(chosen)}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <Button type="primary" disabled={!role} loading={isPending} onClick={give}>
          {t('administration.right.grant')}
        </Button>
      </div>
      <RefusalNotice error={error} />
    </>
  )
}
