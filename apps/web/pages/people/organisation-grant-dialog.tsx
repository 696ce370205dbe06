import { Button, Modal } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { AreaChoice, GrantLine, RoleChoice } from './grant-parts.tsx'
import type { Organisation } from './organisation.ts'

/** 机构授权 (SH140): the roles all of an organisation hold, given and withdrawn here. */
export function OrganisationGrantDialog({
  organisation,
  onClose,
}: {
  organisation: Organisation
  onClose: () => void
}) {
  const { t } = useTexts()
  const { data } = useAsk('administration.right.organisations')
  const own = data?.rows.filter((grant) => grant.organisation === organisation.id) ?? []
  return (
    <Modal
      open
      title={t('administration.organisation.roles.of', { name: organisation.name })}
      onCancel={onClose}
      footer={null}
      width={600}
    >
      <p className="quiet">{t('administration.organisation.roles.note')}</p>
      {own.map((grant) => (
        <GrantLine
          key={grant.id}
          grant={grant}
          verb="administration.right.endOrganisationGrant"
          ask={(role) => t('administration.organisation.roles.end.ask', { role })}
        />
      ))}
      <NewGrant organisation={organisation.id} />
    </Modal>
  )
}

function NewGrant({ organisation }: { organisation: string }) {
  const { t } = useTexts()
  const [role, setRole] = useState<string>()
  const [area, setArea] = useState('')
  const { mutate, isPending, error } = useCall('administration.right.grantOrganisation')
  return (
    <>
      <div className="grant-new">
        <RoleChoice value={role} onChange={setRole} />
        <AreaChoice value={area} onChange={setArea} />
        <Button
          type="primary"
          disabled={!role}
          loading={isPending}
          onClick={() => role && mutate({ organisation, role, area }, { onSuccess: () => setRole(undefined) })}
        >
          {t('administration.right.grantOrganisation')}
        </Button>
      </div>
      <RefusalNotice error={error} />
    </>
  )
}
