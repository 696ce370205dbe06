import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition, FormIssue } from '../../../../kernel/forms/definition.ts'
import { Titles } from './field-properties.tsx'
import { IssueList } from './issue-list.tsx'
import { RulesEditor } from './rules-editor.tsx'
import { SectionsEditor } from './sections-editor.tsx'

type Props = {
  definition: FormDefinition
  issues: readonly FormIssue[]
  onChange: (definition: FormDefinition) => void
}

/** The form itself: its titles, its sections, rules between its fields, and every fault there is. */
export function FormProperties({ definition, issues, onChange }: Props) {
  const { t } = useTexts()
  return (
    <div className="properties">
      <h3 className="section-title">{t('forms.properties.form')}</h3>
      <Titles title={definition.title} onChange={(title) => onChange({ ...definition, title })} />
      <h3 className="section-title">{t('forms.sections')}</h3>
      <SectionsEditor definition={definition} onChange={onChange} />
      <h3 className="section-title">{t('forms.rules')}</h3>
      <RulesEditor definition={definition} onChange={onChange} />
      <h3 className="section-title">{t('forms.issues', { count: issues.length })}</h3>
      {issues.length === 0 ? (
        <p className="status-good">{t('forms.issues.none')}</p>
      ) : (
        <IssueList issues={issues} withPlace />
      )}
    </div>
  )
}
