import { Button, Modal, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useOrganisations } from '../use-organisations.ts'
import { useRoleTitle } from '../use-role-title.ts'
import type { Organisation } from './organisation.ts'

type Grant = AnswerOf<'administration.right.organisations'>['rows'][number]

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
        <GrantRow key={grant.id} grant={grant} />
      ))}
      <NewGrant organisation={organisation.id} />
    </Modal>
  )
}

function GrantRow({ grant: { id, role, roleTitle, area, areaName } }: { grant: Grant }) {
  const { t } = useTexts()
  const title = useRoleTitle()(role, roleTitle)
  const { mutate, isPending, error } = useCall('administration.right.endOrganisationGrant')
  return (
    <div className="grant-row">
      <strong>{title}</strong>
      <span>{areaName ?? (area || t('administration.grant.everywhere'))}</span>
      <RefusalNotice error={error} />
      <Popconfirm
        title={t('administration.organisation.roles.end.ask', { role: title })}
        onConfirm={() => mutate({ id })}
      >
        <Button size="small" type="text" danger loading={isPending}>
          {t('administration.right.end')}
        </Button>
      </Popconfirm>
    </div>
  )
}

function NewGrant({ organisation }: { organisation: string }) {
  const { t, language } = useTexts()
  const roles = useAsk('administration.role.list')
  const places = useOrganisations()
  const [role, setRole] = useState<string>()
  const [area, setArea] = useState('')
  const { mutate, isPending, error } = useCall('administration.right.grantOrganisation')
  const areas = (places.data?.areas ?? []).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  return (
    <>
      <div className="grant-new">
        <Select
          placeholder={t('administration.grant.role')}
          aria-label={t('administration.grant.role')}
          value={role}
          onChange={setRole}
          options={(roles.data?.rows ?? []).map((one) => ({
            value: one.code,
            label: language === 'en' ? one.title_en : one.title_zh,
          }))}
        />
        <Select
          aria-label={t('administration.grant.area')}
          value={area}
          onChange={setArea}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: t('administration.grant.everywhere') }, ...areas]}
        />
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
