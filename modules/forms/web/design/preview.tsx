import { useState } from 'react'
import { today } from '../../../../apps/ui/components/day-calendar.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { FormRenderer } from '../../../../apps/ui/form/form-renderer.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { withDefaults } from '../../../../kernel/forms/defaults.ts'
import type { FormDefinition, FormValues } from '../../../../kernel/forms/definition.ts'

/** The form as desk and phone show it, side by side over the same values. */
export function Preview({ definition }: { definition: FormDefinition }) {
  const { t } = useTexts()
  const [typed, setTyped] = useState<FormValues>({})
  const known = new Set(definition.fields.map(({ name }) => name))
  const values = withDefaults(
    definition,
    Object.fromEntries(Object.entries(typed).filter(([name]) => known.has(name))),
    today(),
  )
  if (definition.fields.length === 0)
    return (
      <div className="card">
        <EmptyState title={t('forms.preview.empty')} next={t('forms.preview.empty.next')} />
      </div>
    )
  const shared = { definition, values, step: { writable: 'all' as const }, onChange: setTyped }
  return (
    <>
      <div className="preview-desk">
        <h3 className="preview-title">{t('forms.preview.desk')}</h3>
        <div className="card card-pad">
          <FormRenderer {...shared} />
        </div>
      </div>
      <div className="preview-phone">
        <h3 className="preview-title">{t('forms.preview.phone')}</h3>
        <div className="preview-screen">
          <FormRenderer {...shared} place={{ isPhone: true }} />
        </div>
      </div>
    </>
  )
}
