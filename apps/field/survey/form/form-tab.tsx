import { App as Antd, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { keepItems } from '../../../ui/form/dictionaries.ts'
import { FormRenderer } from '../../../ui/form/form-renderer.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import type { KeptPerson } from '../../store/field-database.ts'
import { keepFormFile } from '../../store/keep-file.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { formValues, stepOf } from '../work/result-of-work.ts'
import { useFormTyping } from '../work/use-form-draft.ts'

type Props = { person: KeptPerson; work: TaskWork; isOver: boolean; field: string | undefined }

/** The form of the step by the same definition, rights and rules as on the desk, filled in without a network. */
export default function FormTab({ person, work, isOver, field }: Props) {
  const { t, language } = useTexts()
  const held = work.task.package!
  const { definition, dictionaries } = held.form
  const version = definition?.version ?? 0
  for (const { scheme, edition, items } of dictionaries) keepItems(scheme, edition, items)
  const { filled, values: typed, change, save } = useFormTyping(person.id, work)
  const [withIssues, setWithIssues] = useState(field !== undefined)
  useScrollTo(field)
  const owner = { id: person.id, name: person.name }
  const keepFile = (file: File) => keepFormFile(person.id, work.task.id, file)
  const place = { caseId: held.caseId, scope: held.range, person: owner, isPhone: true, keepFile }
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enGB}
      theme={{ token: looks() }}
      getPopupContainer={(node) => node?.parentElement ?? document.body}
    >
      <Antd className="form-app">
        <main className="list form-tab">
          {!definition && <EmptyNote title={t('field.form.none')} next={t('field.form.none.next')} />}
          {definition && (
            <FormRenderer
              definition={definition}
              values={formValues(held, typed)}
              place={place}
              withIssues={withIssues}
              step={stepOf(held.form)}
              {...(!isOver && { onChange: change })}
            />
          )}
          {definition && (
            <p className="quiet" role="status">
              {t(filled?.isDraft ? 'field.form.draft' : filled?.isSaved ? 'field.form.saved' : 'field.form.untouched', {
                version,
              })}
            </p>
          )}
          {!isOver && definition && (
            <div className="actions-flow">
              <button
                type="button"
                className="button button-main"
                disabled={!filled?.isDraft}
                onClick={() => {
                  setWithIssues(true)
                  void save()
                }}
              >
                {t('common.save')}
              </button>
            </div>
          )}
        </main>
      </Antd>
    </ConfigProvider>
  )
}

/** As the rest of the page: letters as large as the reader has set them, words that can be read in the sun. */
function looks() {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const quiet = '#43525f'
  return {
    // Where less movement is asked for nothing moves (base.css): a list that waits for the end of its movement would stay unseen.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    ...{ fontSize: rem, controlHeight: Math.max(44, rem * 2.75), colorPrimary: '#0b4ea2', colorText: '#0b1720' },
    ...{
      colorTextPlaceholder: quiet,
      colorTextSecondary: quiet,
      colorTextTertiary: quiet,
      colorTextDescription: quiet,
    },
  }
}

/** A finding leads to its field. */
function useScrollTo(field: string | undefined): void {
  useEffect(() => {
    if (!field) return
    document.querySelector(`[data-field="${CSS.escape(field)}"]`)?.scrollIntoView({ block: 'center' })
  }, [field])
}
