import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { SelectProperty } from './property-choices.tsx'

type Props = {
  /** Names the texts: «processes.prop.<name>» and its hint. */
  name: string
  /** of the version, as the drawing names it; '' is the newest */
  value: string
  versions: { value: string; version: number }[]
  onChange: (value: string) => void
}

const NEWEST = 'newest'

/** Which version of what a step names: the newest of the day, or this one for good. */
export function VersionChoice({ name, value, versions, onChange }: Props) {
  const { t } = useTexts()
  return (
    <SelectProperty
      label={t(`processes.prop.${name}`)}
      hint={t(`processes.prop.${name}.hint`)}
      value={value || NEWEST}
      options={[
        { value: NEWEST, label: t('processes.version.newest') },
        ...versions.map((one) => ({
          value: one.value,
          label: t('processes.version.number', { version: one.version }),
        })),
      ]}
      onChange={(next) => onChange(next === NEWEST ? '' : next)}
    />
  )
}
