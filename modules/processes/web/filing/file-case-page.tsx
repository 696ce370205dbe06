import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { today } from '../../../../apps/ui/components/day-calendar.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { FormRenderer, formIssues } from '../../../../apps/ui/form/form-renderer.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import { withDefaults } from '../../../../kernel/forms/defaults.ts'
import type { FormValues } from '../../../../kernel/forms/definition.ts'
import './filing.css'

type Filable = AnswerOf<'casework.process.filable'>['rows'][number]

/** 立案: title, where it lies, and the filing form; the number comes with the filing. */
export default function FileCasePage() {
  const { process = '' } = useParams()
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('casework.process.filable', {})
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const of = data.rows.find((row) => row.process === process)
  if (!of) return <EmptyState title={t('processes.filing.unknown')} next={t('processes.filing.none.next')} />
  return <Filing key={process} of={of} />
}

type Place = { title: string; areaCode: string }

function Filing({ of: { process, title, form, writable } }: { of: Filable }) {
  const { t, words } = useTexts()
  const go = useNavigate()
  const areas = useAreas().map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  const file = useCall('casework.case.file')
  const [place] = Form.useForm<Place>()
  const [values, setValues] = useState<FormValues>(() => withDefaults(form, {}, today()))
  const [tried, setTried] = useState(false)
  // What later steps fill in is not asked of whoever files.
  const later = form.fields.filter(({ name }) => writable !== 'all' && !writable.includes(name))
  const step = { writable, hidden: later.map(({ name }) => name) }
  const faults = formIssues(form, values, step).length
  const send = (given: Place) => {
    setTried(true)
    if (faults > 0) return
    file.mutate(
      { process, ...given, title: given.title.trim(), data: values },
      { onSuccess: ({ caseId }) => void go(`/cases/${caseId}`) },
    )
  }
  const must = { required: true, whitespace: true, message: t('processes.filing.must') }
  return (
    <Page title={t('processes.filing.of', { process: words(title) })} note={t('processes.filing.of.note')}>
      <div className="card filing-card">
        <Form<Place>
          form={place}
          layout="vertical"
          requiredMark={false}
          onFinish={send}
          onFinishFailed={() => setTried(true)}
        >
          <Form.Item name="title" label={t('processes.filing.caseTitle')} rules={[must]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="areaCode" label={t('processes.filing.area')} rules={[must]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={areas} placeholder={t('processes.choose')} />
          </Form.Item>
        </Form>
        <FormRenderer definition={form} values={values} step={step} withIssues={tried} onChange={setValues} />
        {tried && faults > 0 && (
          <p className="form-issue" role="alert">
            {t('processes.filing.faults', { count: faults })}
          </p>
        )}
        {file.error && <RefusalNotice error={file.error} />}
        <div className="filing-foot">
          <Link to="/new-case">
            <Button>{t('processes.back')}</Button>
          </Link>
          <Button type="primary" loading={file.isPending} onClick={() => place.submit()}>
            {t('processes.filing.send')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
