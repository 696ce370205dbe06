import { DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { PhotoKind } from '../../templates/template.ts'
import { AddButton } from './add-button.tsx'

type Props = { kinds: PhotoKind[]; onChange: (kinds: PhotoKind[]) => void }

/** Kinds of photos, a line each: name, how many, from how near, and whether place and direction count. */
export function KindTable({ kinds, onChange }: Props) {
  const { t } = useTexts()
  const add = () => onChange([...kinds, { code: `kind${kinds.length + 1}`, title: { zh: '新类型', en: 'New kind' }, min: 1 }]) // biome-ignore format: one line
  return (
    <>
      <table className="plain-table kind-table as-cards">
        <thead>
          <tr>
            {['code', 'zh', 'en', 'min', 'maxDistance', 'corners', 'needAzimuth', 'interior'].map((name) => (
              <th key={name}>{t(`fieldwork.template.kind.${name}`)}</th>
            ))}
            <th aria-label={t('fieldwork.template.kind.remove')} />
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
            <tr key={k}>
              <KindCells kind={kind} onChange={(next) => onChange(kinds.with(k, next))} />
              <td>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`${t('fieldwork.template.kind.remove')} ${kind.title.zh}`}
                  onClick={() => onChange(kinds.toSpliced(k, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddButton label={t('fieldwork.template.kind.add')} onClick={add} />
    </>
  )
}

function KindCells({ kind, onChange }: { kind: PhotoKind; onChange: (kind: PhotoKind) => void }) {
  const { t } = useTexts()
  const named = (name: string) => `${kind.title.zh} ${t(`fieldwork.template.kind.${name}`)}`
  const set = (name: 'maxDistance' | 'corners', value: number | null) => {
    const { [name]: _, ...rest } = kind
    onChange(value === null ? rest : { ...rest, [name]: value })
  }
  const tick = (name: 'needAzimuth' | 'interior', isOn: boolean) => {
    const { [name]: _, ...rest } = kind
    onChange(isOn ? { ...rest, [name]: true } : rest)
  }
  return (
    <>
      <td data-label={t('fieldwork.template.kind.code')}>
        <Input
          aria-label={named('code')}
          value={kind.code}
          onChange={({ target }) => onChange({ ...kind, code: target.value })}
        />
      </td>
      {(['zh', 'en'] as const).map((language) => (
        <td key={language} data-label={t(`fieldwork.template.kind.${language}`)}>
          <Input
            aria-label={named(language)}
            value={kind.title[language]}
            onChange={({ target }) => onChange({ ...kind, title: { ...kind.title, [language]: target.value } })}
          />
        </td>
      ))}
      <td data-label={t('fieldwork.template.kind.min')}>
        <InputNumber
          aria-label={named('min')}
          min={0}
          max={50}
          value={kind.min}
          onChange={(min) => onChange({ ...kind, min: min ?? 0 })}
        />
      </td>
      {(['maxDistance', 'corners'] as const).map((name) => (
        <td key={name} data-label={t(`fieldwork.template.kind.${name}`)}>
          <InputNumber
            aria-label={named(name)}
            min={0}
            max={2000}
            value={kind[name] ?? null}
            onChange={(value) => set(name, value)}
          />
        </td>
      ))}
      {(['needAzimuth', 'interior'] as const).map((name) => (
        <td key={name} data-label={t(`fieldwork.template.kind.${name}`)}>
          <Checkbox
            aria-label={named(name)}
            checked={kind[name] ?? false}
            onChange={({ target }) => tick(name, target.checked)}
          />
        </td>
      ))}
    </>
  )
}
