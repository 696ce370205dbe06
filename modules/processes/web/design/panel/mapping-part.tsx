import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { FeelInput } from './feel.tsx'
import { Row } from './property.tsx'
import { type Option, SuggestInput } from './property-choices.tsx'

type Pairs = [name: string, text: string][]
type Props = {
  editing: Editing
  /** the attribute that holds a JSON object name → text */
  attribute: 'yutu:inputs' | 'yutu:outputs'
  label: string
  hint: string
  /** what the names may be, as far as it is known */
  names: Option[]
  /** the other side: names to choose from, or else FEEL */
  sources?: Option[]
}

/** 数据传入 数据带回: a row for each name with what it is filled from. Without rows the rule in the hint holds. */
export function MappingPart({ editing, attribute, label, hint, names, sources }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const pairs = pairsOf(text(attribute))
  const keep = (next: Pairs) =>
    set({ [attribute]: next.length > 0 ? JSON.stringify(Object.fromEntries(next)) : undefined })
  const change = (at: number, pair: Pairs[number]) => keep(pairs.map((one, i) => (i === at ? pair : one)))
  const free = names.find(({ value }) => pairs.every(([name]) => name !== value))?.value
  const add = () => keep([...pairs, [free ?? freeName(pairs), sources?.[0]?.value ?? 'null']])
  return (
    <Row label={label} hint={hint}>
      {() => (
        <>
          {pairs.map(([name, source], i) => (
            <div className="mapping" key={name}>
              <SuggestInput
                label={t('processes.mapping.name', { row: i + 1 })}
                value={name}
                options={names}
                onChange={(next) => next !== '' && change(i, [next, source])}
              />
              <span aria-hidden>←</span>
              <div>
                {sources ? (
                  <SuggestInput
                    label={t('processes.mapping.source', { row: i + 1 })}
                    value={source}
                    options={sources}
                    onChange={(next) => change(i, [name, next])}
                  />
                ) : (
                  <FeelInput
                    key={source}
                    label={t('processes.mapping.source', { row: i + 1 })}
                    value={source}
                    onChange={(next) => change(i, [name, next])}
                  />
                )}
              </div>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('processes.mapping.remove', { name })}
                onClick={() => keep(pairs.filter((_, at) => at !== i))}
              />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined />} onClick={add}>
            {t('processes.mapping.add')}
          </Button>
        </>
      )}
    </Row>
  )
}

function pairsOf(json: string): Pairs {
  try {
    return Object.entries(JSON.parse(json || '{}') as Record<string, string>)
  } catch {
    return []
  }
}

const freeName = (pairs: Pairs): string => {
  const names = pairs.map(([name]) => name)
  return names.includes('field') ? `field${names.length + 1}` : 'field'
}
