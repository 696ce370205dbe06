import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { today } from '../../../../apps/ui/components/day-calendar.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { FormRenderer, formIssues } from '../../../../apps/ui/form/form-renderer.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { withDefaults } from '../../../../kernel/forms/defaults.ts'
import type { ItemView } from '../answers.ts'
import { ApplicantPart } from './applicant-part.tsx'
import { filingOf, missingOf } from './filed.ts'
import { LandPart } from './land-part.tsx'
import { MainContract } from './main-contract.tsx'
import { MaterialPart } from './material-part.tsx'
import { ProjectPart } from './project-part.tsx'
import type { useFilingDraft } from './use-filing-draft.ts'

type Props = { view: ItemView; filing: ReturnType<typeof useFilingDraft>; handle: MapHandle | null }

/** From the applicant to the last paper, top to bottom; what is missing is said before anything is sent. */
export function FilingPanel({ view, filing, handle }: Props) {
  const { t, words } = useTexts()
  const [tried, setTried] = useState(false)
  const { filed, change, savedAt, error } = filing
  const { item, form, writable } = view
  // What later steps fill in is not asked of the window.
  const step = {
    writable,
    hidden: form?.fields.map(({ name }) => name).filter((name) => writable !== 'all' && !writable.includes(name)) ?? [],
  }
  const values = form ? withDefaults(form, filed.data, today()) : {}
  const faults = form ? formIssues(form, values, step).length : 0
  const missing = missingOf(filed, item)
  const send = useSend(view, filing)
  const submit = () => {
    setTried(true)
    if (faults === 0 && missing.length === 0) void send.submit(values)
  }
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <span className="quiet number">{item.code}</span>
          <span className="quiet">{t('approvals.promised', { count: item.promisedDays })}</span>
        </div>
        <h1 className="panel-title">{t('approvals.filing', { item: words(item.title) })}</h1>
      </div>
      <div className="panel-body">
        <Section title={t('approvals.part.applicant')}>
          <ApplicantPart item={item} filed={filed} onChange={change} withFaults={tried} />
        </Section>
        {(item.stage || item.requires.length > 0) && (
          <Section title={t('approvals.part.project')}>
            <ProjectPart item={item} filed={filed} onChange={change} />
          </Section>
        )}
        {item.needsScope && (
          <Section title={t('approvals.part.land')}>
            <LandPart filed={filed} onChange={change} handle={handle} error={send.error} />
          </Section>
        )}
        <Section title={t('approvals.part.form')}>
          <FormRenderer
            definition={form}
            values={values}
            step={step}
            withIssues={tried}
            onChange={(data) => change({ data })}
          />
        </Section>
        {filed.data.contractKind === 'supplement' && (
          <Section title={t('approvals.part.main')}>
            <MainContract filed={filed} onChange={change} />
          </Section>
        )}
        <Section title={t('approvals.part.materials')}>
          <MaterialPart item={item} filed={filed} onChange={change} withFaults={tried} />
        </Section>
        {tried && (missing.length > 0 || faults > 0) && (
          <p className="form-issue" role="alert">
            {missing.map((one) => t(`approvals.missing.${one}`)).join(' ')}
            {faults > 0 && ` ${t('approvals.missing.form', { count: faults })}`}
          </p>
        )}
        <RefusalNotice error={send.error ?? error} />
      </div>
      <div className="panel-foot">
        {savedAt && <span className="task-draft">{t('approvals.draft.savedAt', { at: savedAt })}</span>}
        <Button type="primary" loading={send.isPending} onClick={submit}>
          {t('approvals.submit')}
        </Button>
      </div>
    </>
  )
}

function useSend({ item }: ItemView, { filed, settle }: Props['filing']) {
  const go = useNavigate()
  const file = useCall('approvals.case.file')
  const submit = async (data: Record<string, unknown>) => {
    const draft = await settle()
    file.mutate(filingOf(item.code, { ...filed, data }, draft), {
      onSuccess: ({ caseId }) => void go(`/receipts/${caseId}`),
    })
  }
  return { submit, error: file.error, isPending: file.isPending }
}
