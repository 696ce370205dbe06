import { Select } from 'antd'
import { useId, useState } from 'react'
import { DayInput } from '../../../ui/components/day-input.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useSession } from '../../../ui/session.ts'
import { useAreas } from '../../../ui/use-areas.ts'
import { ActDialog } from '../acts/act-dialog.tsx'
import { ReasonInput } from '../acts/reason-input.tsx'
import { useCaseChoices } from '../lists/use-list-filters.ts'
import { useBusinessName } from '../use-business-name.ts'
import { ColleagueChoice } from './colleague-choice.tsx'

/** Lends one's casework for as long as one is away; whoever manages delegations can do it for somebody else. */
export function GrantDelegationDialog({ mayManage, onClose }: { mayManage: boolean; onClose: () => void }) {
  const { t, words } = useTexts()
  const { person } = useSession()
  const [businessId, areaId] = [useId(), useId()]
  const businessName = useBusinessName()
  const areas = useAreas()
  const businesses = useCaseChoices()?.businesses ?? []
  const [from, setFrom] = useState<string | undefined>()
  const [until, setUntil] = useState<string | undefined>()
  const [absent, setAbsent] = useState<string | undefined>()
  const [to, setTo] = useState<string | undefined>()
  const [business, setBusiness] = useState<string | undefined>()
  const [area, setArea] = useState<string | undefined>()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      verb="casework.delegation.grant"
      title={t('delegations.grant')}
      ok={t('delegations.grant.ok')}
      input={{ to, from, until, reason, business, area, ...(absent && absent !== person?.id && { person: absent }) }}
      isReady={to !== undefined && from !== undefined && until !== undefined && reason.trim() !== ''}
      onClose={onClose}
    >
      {mayManage && <ColleagueChoice label={t('delegations.for')} value={absent} onChange={setAbsent} />}
      <ColleagueChoice label={t('delegations.to')} value={to} onChange={setTo} />
      <div className="form-row">
        <div className="form-title">{t('delegations.days')}</div>
        <DayInput value={from} onChange={setFrom} label={t('delegations.firstDay')} /> –{' '}
        <DayInput value={until} onChange={setUntil} label={t('delegations.lastDay')} />
      </div>
      <div className="form-row">
        <label className="form-title" htmlFor={businessId}>
          {t('cases.business')}
        </label>
        <Select
          id={businessId}
          style={{ width: '100%' }}
          allowClear
          placeholder={t('administration.grant.anyBusiness')}
          value={business}
          onChange={setBusiness}
          options={businesses.map((one) => ({
            value: one.business,
            label: businessName(one.business) === one.business ? words(one.title) : businessName(one.business),
          }))}
        />
      </div>
      <div className="form-row">
        <label className="form-title" htmlFor={areaId}>
          {t('cases.area')}
        </label>
        <Select
          id={areaId}
          style={{ width: '100%' }}
          allowClear
          placeholder={t('administration.grant.everywhere')}
          value={area}
          onChange={setArea}
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} />
    </ActDialog>
  )
}
