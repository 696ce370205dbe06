import { Select } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { qsxz } from '../../../../kernel/layers/codes/qsxz.ts'

type Props = {
  value: string | null
  label: string
  disabled?: boolean
  onChange: (code: string | null) => void
}

/** 三调工作分类 by first level; found by code or by any part of a name. */
export function ClassPicker({ value, label, disabled, onChange }: Props) {
  const { language } = useTexts()
  const headings = landuseSurvey3.codes.filter(({ parent }) => !parent)
  const options = headings
    .map((heading) => ({
      label: `${heading.code} ${heading[language]}`,
      options: landuseSurvey3.codes
        .filter(
          ({ usable, parent, code }) =>
            usable !== false && (parent === heading.code || levelOne(code, parent) === heading.code),
        )
        .map((one) => ({ value: one.code, label: `${one.code} ${one[language]}` })),
    }))
    .filter((group) => group.options.length > 0)
  return (
    <Select
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={label}
      allowClear
      disabled={disabled ?? false}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      options={options}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  )
}

/** Suffixed classes hang on their base class; they stand with it. */
const levelOne = (code: string, parent: string | undefined) =>
  parent && parent.length > 2
    ? landuseSurvey3.codes.find((one) => one.code === parent)?.parent
    : code === parent
      ? code
      : undefined

export function OwnershipPicker({ value, label, disabled, onChange }: Props) {
  const { language } = useTexts()
  return (
    <Select
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={label}
      allowClear
      disabled={disabled ?? false}
      value={value ?? undefined}
      options={qsxz.codes.map((one) => ({ value: one.code, label: `${one.code} ${one[language]}` }))}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  )
}
