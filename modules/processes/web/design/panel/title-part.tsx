import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { TextProperty } from './property.tsx'

/** What the element is called. `onlyChinese`: a join reads its English title as a sign that it splits. */
export function TitlePart({ editing, onlyChinese }: { editing: Editing; onlyChinese?: boolean }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  return (
    <>
      <TextProperty label={t('processes.prop.title.zh')} value={text('name')} onChange={(name) => set({ name })} />
      {!onlyChinese && (
        <TextProperty
          label={t('processes.prop.title.en')}
          value={text('yutu:titleEn')}
          onChange={(title) => set({ 'yutu:titleEn': title })}
        />
      )}
    </>
  )
}
