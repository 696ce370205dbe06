import { Select } from 'antd'
import { useId, useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import { ActDialog } from './act-dialog.tsx'
import { handlerOf } from './handler-of.ts'
import { ReasonInput } from './reason-input.tsx'

/** 修改调查机构: what waits there moves to the to-do box of the one chosen, out of the table of organisations. */
export function HandlerDialog({ case: view, onClose }: { case: CaseView; onClose: () => void }) {
  const { t } = useTexts()
  const id = useId()
  const [organisation, setOrganisation] = useState<string>()
  const [reason, setReason] = useState('')
  const { data, isFetching } = useAsk('casework.case.handlers', { caseId: view.id })
  const now = handlerOf(view)
  const options = (data?.rows ?? [])
    .filter((one) => one.id !== now?.id)
    .map((one) => ({ value: one.id, label: data?.scheme ? `${one.code} ${one.name}` : one.name }))
  return (
    <ActDialog
      verb="casework.case.changeHandler"
      title={t('cases.act.changeHandler.ask', { number: view.number })}
      ok={t('cases.act.changeHandler')}
      input={{ caseId: view.id, organisation, reason }}
      isReady={organisation !== undefined && reason.trim() !== ''}
      onClose={onClose}
    >
      <p className="quiet">{t('acts.handler.now', { name: now?.name ?? '—' })}</p>
      <div className="form-row">
        <label className="form-title" htmlFor={id}>
          {t('acts.handler.to')}
        </label>
        <Select
          id={id}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          loading={isFetching}
          value={organisation}
          options={options}
          placeholder={t('acts.handler.hint')}
          notFoundContent={t('acts.handler.none')}
          onChange={setOrganisation}
        />
        {data && <p className="quiet">{t(data.scheme ? 'acts.handler.listed' : 'acts.handler.unlisted')}</p>}
      </div>
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} />
    </ActDialog>
  )
}
