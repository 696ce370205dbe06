import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Choice } from '../../../../kernel/forms/definition.ts'

type Kind = Choice & { min?: number }
type Props = { id: string; choices: Kind[]; isKinds: boolean; onChange: (choices: Kind[]) => void }

/** What can be chosen, in order: the value that is kept, and its two titles; of a kind of file also how many are needed. */
export function ChoicesEditor({ id, choices, isKinds, onChange }: Props) {
  const { t } = useTexts()
  const set = (index: number, parts: Partial<Kind>) => onChange(choices.with(index, { ...choices[index]!, ...parts }))
  const add = () => {
    const number = choices.length + 1
    onChange([
      ...choices,
      { value: freeValue(choices), title: { zh: `${t(isKinds ? 'forms.kind' : 'forms.option')}${number}`, en: '' } },
    ])
  }
  return (
    <div className="choices" id={id}>
      {choices.map((choice, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place while its value is typed
        <div className="choice" key={index}>
          <Input
            className="choice-value"
            aria-label={t('forms.option.value', { number: index + 1 })}
            value={choice.value}
            maxLength={60}
            onChange={({ target }) => set(index, { value: target.value })}
          />
          <Input
            aria-label={t('forms.option.zh', { number: index + 1 })}
            value={choice.title.zh}
            onChange={({ target }) => set(index, { title: { ...choice.title, zh: target.value } })}
          />
          <Input
            aria-label={t('forms.option.en', { number: index + 1 })}
            placeholder="English"
            value={choice.title.en}
            onChange={({ target }) => set(index, { title: { ...choice.title, en: target.value } })}
          />
          {isKinds && (
            <InputNumber
              className="choice-min"
              aria-label={t('forms.kind.min', { number: index + 1 })}
              title={t('forms.kind.min', { number: index + 1 })}
              min={0}
              precision={0}
              value={choice.min ?? 0}
              onChange={(min) => onChange(choices.with(index, withMin(choice, min ?? 0)))}
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined />}
            disabled={index === 0}
            aria-label={t('forms.option.up', { number: index + 1 })}
            onClick={() => onChange(swapped(choices, index))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('forms.option.remove', { number: index + 1 })}
            onClick={() => onChange(choices.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        {t(isKinds ? 'forms.kind.add' : 'forms.option.add')}
      </Button>
    </div>
  )
}

function withMin({ min: _min, ...choice }: Kind, min: number): Kind {
  return min > 0 ? { ...choice, min } : choice
}

const swapped = (choices: Kind[], index: number) =>
  choices.with(index, choices[index - 1]!).with(index - 1, choices[index]!)

function freeValue(choices: readonly Choice[]): string {
  for (let number = choices.length + 1; ; number++)
    if (!choices.some(({ value }) => value === String(number))) return String(number)
}
