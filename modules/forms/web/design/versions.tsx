import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ask } from '../../../../apps/ui/api.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition } from '../../../../kernel/forms/definition.ts'
import { saveJson } from './save-json.ts'
import type { FormView } from './use-design.ts'

/** Published versions, which never change, and the steps that ask for the form. */
export function Versions({ view }: { view: FormView }) {
  const { t, words } = useTexts()
  const take = async (version: number) =>
    saveJson(await ask<FormDefinition>('forms.form.version', { key: view.key, version }))
  return (
    <div className="versions">
      <div className="card card-pad">
        <h3 className="section-title">{t('forms.versions')}</h3>
        {view.versions.length === 0 && (
          <EmptyState small title={t('forms.versions.none')} next={t('forms.versions.none.next')} />
        )}
        <ul>
          {view.versions.map(({ version, publishedAt, publishedBy, proposedBy, note }) => (
            <li key={version} className="version">
              <span className="tag tag-strong">{t('forms.onVersion', { version })}</span>
              <span className="number">{instant(publishedAt)}</span>
              <span>
                {publishedBy
                  ? t('forms.versions.by', { proposed: proposedBy ?? '—', confirmed: publishedBy })
                  : t('forms.shipped')}
              </span>
              <span className="quiet version-note">{note}</span>
              <Button
                size="small"
                icon={<DownloadOutlined />}
                aria-label={t('forms.versions.export', { version })}
                onClick={() => void take(version)}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className="card card-pad">
        <h3 className="section-title">{t('forms.usedIn')}</h3>
        {view.usedIn.length === 0 && (
          <EmptyState small title={t('forms.usedIn.none')} next={t('forms.usedIn.none.next')} />
        )}
        <ul>
          {view.usedIn.map(({ process, title, step, writable }) => (
            <li key={`${process} ${step?.zh}`} className="version">
              <b>{words(title)}</b>
              <span>{step ? words(step) : t('forms.try.filing')}</span>
              <span className="quiet">
                {writable === 'all'
                  ? t('forms.usedIn.all')
                  : t('forms.usedIn.fields', { fields: writable.join(t('common.comma')) || t('common.none') })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
