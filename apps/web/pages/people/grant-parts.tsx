import { Button, Popconfirm, Select } from 'antd'
import type { ReactNode } from 'react'
import type { PersonRow } from '../../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useOrganisations } from '../use-organisations.ts'
import { useRoleTitle } from '../use-role-title.ts'

type LineProps = {
  grant: Pick<PersonRow['grants'][number], 'id' | 'role' | 'roleTitle' | 'area' | 'areaName'>
  /** ends it; undefined where it is not the reader's to end */
  verb: string | undefined
  ask: (role: string) => string
  children?: ReactNode
}

/** One role somebody holds, where, and its end. */
export function GrantLine({ grant: { id, role, roleTitle, area, areaName }, verb, ask, children }: LineProps) {
  const { t } = useTexts()
  const title = useRoleTitle()(role, roleTitle)
  const { mutate, isPending, error } = useCall(verb ?? '')
  return (
    <div className="grant-row">
      <strong>{title}</strong>
      <span>{areaName ?? (area || t('administration.grant.everywhere'))}</span>
      {children}
      <RefusalNotice error={error} />
      {verb && (
        <Popconfirm title={ask(title)} onConfirm={() => mutate({ id })}>
          <Button size="small" type="text" danger loading={isPending}>
            {t('administration.right.end')}
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}

export function RoleChoice({ value, onChange }: { value: string | undefined; onChange: (role: string) => void }) {
  const { t, language } = useTexts()
  const { data } = useAsk('administration.role.list')
  return (
    <Select
      placeholder={t('administration.grant.role')}
      aria-label={t('administration.grant.role')}
      value={value}
      onChange={onChange}
      options={(data?.rows ?? []).map((one) => ({
        value: one.code,
        label: language === 'en' ? one.title_en : one.title_zh,
      }))}
    />
  )
}

/** '' is everywhere. */
export function AreaChoice({ value, onChange }: { value: string; onChange: (area: string) => void }) {
  const { t } = useTexts()
  const { data } = useOrganisations()
  const areas = (data?.areas ?? []).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  return (
    <Select
      aria-label={t('administration.grant.area')}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={[{ value: '', label: t('administration.grant.everywhere') }, ...areas]}
    />
  )
}
