import { Button, Select } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '../../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'

/** 服务访问设置 and 服务管理权限 of one account. */
export function PersonServices({ person }: { person: PersonRow }) {
  const { t, words } = useTexts()
  const { data } = useAsk('administration.service.list')
  const [refused, setRefused] = useState(person.refusedServices)
  const [managed, setManaged] = useState(person.managedServices)
  const { mutate, isPending, error } = useCall('administration.service.allow')
  const options = (data?.rows ?? []).map(({ code, title }) => ({ value: code, label: words(title) }))
  const choice = (label: string, placeholder: string, value: string[], onChange: (value: string[]) => void) => (
    <div className="person-services">
      <span>{t(label)}</span>
      <Select
        mode="multiple"
        aria-label={t(label)}
        placeholder={t(placeholder)}
        {...{ value, onChange, options }}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </div>
  )
  return (
    <section className="services-of-person">
      <h4>{t('administration.service.access')}</h4>
      {choice('administration.service.refusedTo', 'administration.service.any', refused, setRefused)}
      {choice('administration.service.managedBy', 'administration.service.noneManaged', managed, setManaged)}
      <Button loading={isPending} onClick={() => mutate({ person: person.id, refused, managed })}>
        {t('common.save')}
      </Button>
      <RefusalNotice error={error} />
    </section>
  )
}
