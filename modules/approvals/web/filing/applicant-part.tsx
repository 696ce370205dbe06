import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import type { ItemView } from '../answers.ts'
import type { Filed } from './filed.ts'

type Props = { item: ItemView['item']; filed: Filed; onChange: (part: Partial<Filed>) => void; withFaults: boolean }

/** Who applies, for what, and where. */
export function ApplicantPart({ item, filed, onChange, withFaults }: Props) {
  const { t } = useTexts()
  const areas = useAreas().map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  const kinds = item.applicants.map((value) => ({ value, label: t(`approvals.applicant.${value}`) }))
  const wrong = (value: string) => (withFaults && value.trim() === '' ? { status: 'error' as const } : {})
  return (
    <div className="form">
      <Row label={t('approvals.case.title')}>
        {(id) => (
          <Input
            id={id}
            {...wrong(filed.title)}
            maxLength={200}
            placeholder={t('approvals.case.title.hint')}
            value={filed.title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </Row>
      <Row label={t('approvals.case.area')}>
        {(id) => (
          <Select
            id={id}
            {...wrong(filed.areaCode)}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            options={areas}
            value={filed.areaCode || undefined}
            placeholder={t('approvals.case.area.hint')}
            onChange={(areaCode: string) => onChange({ areaCode })}
          />
        )}
      </Row>
      <Row label={t('approvals.applicant.kind')}>
        {(id) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            options={kinds}
            value={filed.applicantKind}
            onChange={(applicantKind) => onChange({ applicantKind })}
          />
        )}
      </Row>
      <Row label={t('approvals.applicant.name')}>
        {(id) => (
          <Input
            id={id}
            {...wrong(filed.applicantName)}
            maxLength={200}
            value={filed.applicantName}
            onChange={({ target }) => onChange({ applicantName: target.value })}
          />
        )}
      </Row>
      {filed.applicantKind !== 'person' && (
        <Row label={t('approvals.applicant.code')}>
          {(id) => (
            <Input
              id={id}
              maxLength={18}
              value={filed.applicantCode}
              onChange={({ target }) => onChange({ applicantCode: target.value.trim().toUpperCase() })}
            />
          )}
        </Row>
      )}
    </div>
  )
}

export function Row({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
