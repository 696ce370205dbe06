import { Skeleton } from 'antd'
import { useState } from 'react'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { TemplateEditor } from './template-editor.tsx'
import './templates.css'

/** 举证模板: which photos each business asks for, by land class; changed here, published as a new version, seen as the phone shows it. */
export default function TemplatesPage() {
  const { t, words } = useTexts()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useAsk('fieldwork.template.list')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  const kept = data.rows.find(({ template }) => template.business === chosen) ?? data.rows[0]
  return (
    <Page title={t('fieldwork.template.list')} note={t('fieldwork.template.note')}>
      <div className="templates">
        <nav className="template-list" aria-label={t('fieldwork.template.list')}>
          {data.rows.map(({ template: { business, title, version } }) => (
            <button
              key={business}
              type="button"
              aria-current={business === kept?.template.business}
              onClick={() => setChosen(business)}
            >
              {words(title)}
              <span className="quiet">{t('fieldwork.template.version', { version })}</span>
            </button>
          ))}
        </nav>
        {kept && (
          <TemplateEditor
            key={`${kept.template.business} ${kept.template.version}`}
            kept={kept}
            onPublished={() => void refetch()}
          />
        )}
      </div>
    </Page>
  )
}
