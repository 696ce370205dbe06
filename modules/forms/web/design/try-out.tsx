import { Button, Select } from 'antd'
import { useState } from 'react'
import { today } from '../../../../apps/ui/components/day-calendar.ts'
import { FormRenderer, formIssues } from '../../../../apps/ui/form/form-renderer.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { withComputed } from '../../../../kernel/forms/compute.ts'
import { withDefaults } from '../../../../kernel/forms/defaults.ts'
import type { FormDefinition, FormValues } from '../../../../kernel/forms/definition.ts'
import { searchableTexts } from '../../../../kernel/forms/searchable.ts'
import { sampleValues } from '../../rules/sample-values.ts'
import { IssueList } from './issue-list.tsx'
import type { FormView } from './use-design.ts'

type Props = { definition: FormDefinition; uses: FormView['usedIn'] }

/** Filled in as at a step, with what the check finds and what would be kept. */
export function TryOut({ definition, uses }: Props) {
  const { t, words } = useTexts()
  const [typed, setTyped] = useState<FormValues>({})
  const [at, setAt] = useState(-1)
  const use = uses[at]
  const step = { writable: use?.writable ?? 'all' } as const
  const values = withDefaults(definition, typed, today())
  const issues = formIssues(definition, values, step)
  const options = uses.map((one, index) => ({
    value: index,
    label: `${words(one.title)} · ${one.step ? words(one.step) : t('forms.try.filing')}`,
  }))
  return (
    <div className="try">
      <div className="card card-pad try-form">
        <div className="try-bar">
          <Select
            aria-label={t('forms.try.step')}
            style={{ width: 280 }}
            value={at}
            options={[{ value: -1, label: t('forms.try.everything') }, ...options]}
            onChange={setAt}
          />
          <Button onClick={() => setTyped(sampleValues(definition))}>{t('forms.try.sample')}</Button>
          <Button onClick={() => setTyped({})}>{t('forms.try.clear')}</Button>
        </div>
        <FormRenderer definition={definition} values={values} step={step} withIssues onChange={setTyped} />
      </div>
      <aside className="card card-pad try-side">
        <h3 className="section-title">{t('forms.try.findings', { count: issues.length })}</h3>
        {issues.length === 0 ? (
          <p className="status-good">{t('forms.try.clean')}</p>
        ) : (
          <IssueList issues={issues} withPlace />
        )}
        <h3 className="section-title">{t('forms.try.search')}</h3>
        <Searchable definition={definition} values={values} />
        <h3 className="section-title">{t('forms.try.kept')}</h3>
        <pre className="try-kept">{JSON.stringify(withComputed(definition, values), shortened, 2)}</pre>
      </aside>
    </div>
  )
}

const shortened = (key: string, value: unknown) =>
  key === 'path' && typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value

function Searchable({ definition, values }: { definition: FormDefinition; values: FormValues }) {
  const { t } = useTexts()
  const texts = searchableTexts(definition, values)
  if (texts.length === 0) return <p className="quiet">{t('forms.try.search.none')}</p>
  return (
    <ul className="issue-list">
      {texts.map(({ name, text }) => (
        <li key={name}>
          <b>{name}</b> {text}
        </li>
      ))}
    </ul>
  )
}
