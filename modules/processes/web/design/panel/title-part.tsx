import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { TextProperty } from './property-inputs.tsx'

type Props = { editing: Editing; onEnglish?: (title: string) => void }

/** What the element is called in both languages. */
export function TitlePart({ editing, onEnglish }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  return (
    <>
      <TextProperty label={t('processes.prop.title.zh')} value={text('name')} onChange={(name) => set({ name })} />
      <TextProperty
        label={t('processes.prop.title.en')}
        value={text('yutu:titleEn')}
        onChange={onEnglish ?? ((title) => set({ 'yutu:titleEn': title }))}
      />
    </>
  )
}
