import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { AreaChoice, GrantLine, RoleChoice } from './people/grant-parts.tsx'
import { PersonServices } from './people/person-services.tsx'
import { useBusinessName, useBusinessTitle } from './use-business-name.ts'
import { useOrganisations } from './use-organisations.ts'

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
      {can('administration.service.allow') && !person.ended && <PersonServices person={person} />}
    </Modal>
  )
}

function GrantRow({ person, grant }: { person: PersonRow; grant: PersonRow['grants'][number] }) {
  const { t } = useTexts()
  const { can } = useSession()
  const businessName = useBusinessName()
  const mayEnd = !grant.ofOrganisation && can('administration.right.end')
  return (
    <GrantLine
      grant={grant}
      verb={mayEnd ? 'administration.right.end' : undefined}
      ask={(role) => t('administration.grant.end.ask', { name: person.name, role })}
    >
      <span className="quiet">{businessName(grant.business)}</span>
      {grant.ofOrganisation && <span className="tag">{t('administration.grant.ofOrganisation')}</span>}
    </GrantLine>
  )
}

function NewGrant({ personId }: { personId: string }) {
  const { t } = useTexts()
  const roles = useAsk('administration.role.list')
  const places = useOrganisations()
  const [role, setRole] = useState<string>()
  const [area, setArea] = useState('')
  const [business, setBusiness] = useState('*')
  const [organisation, setOrganisation] = useState<string>()
  const businessName = useBusinessName()
  const businessTitle = useBusinessTitle()
  const { mutate, isPending, error } = useCall('administration.right.grant')
  const give = () =>
    role &&
    mutate(
      { person: personId, role, area, business, ...(organisation && { organisation }) },
      { onSuccess: () => setRole(undefined) },
    )
  return (
    <>
      <div className="grant-new">
        <RoleChoice value={role} onChange={setRole} />
        <AreaChoice value={area} onChange={setArea} />
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
