import { Select, TreeSelect } from 'antd'
import { useMemo, useState } from 'react'
import type { CodeField } from '../../../kernel/forms/definition.ts'
import { type DictionaryItem, isInForce } from '../../../kernel/forms/dictionary.ts'
import { rankOf, searchItems } from '../../../kernel/forms/dictionary-search.ts'
import { today } from '../components/day-calendar.ts'
import { useTexts, type Words } from '../i18n/use-texts.ts'
import { useAsk } from '../queries.ts'
import { isSearchedAbroad, itemsOf, type LoadedItems } from './dictionaries.ts'
import { type InputProps, spoken } from './input-props.ts'

type Props = InputProps<CodeField>
type Node = { value: string; title: string; selectable: boolean; item: DictionaryItem; children: Node[] }

const MOST_SHOWN = 200

/** A code out of its table, found by code, words or initials; a table with headings opens as a tree. */
export function CodeInput(props: Props) {
  const { scheme, edition } = props.field
  return isSearchedAbroad(scheme, edition) ? <FarCodeInput {...props} /> : <NearCodeInput {...props} />
}

/** Tables have tens of thousands of codes: they are gone through when the table or the day changes, not with every letter of the form. */
function NearCodeInput(props: Props) {
  const { value, field } = props
  const all = itemsOf(field.scheme, field.edition)
  const day = today()
  const items = useMemo(() => all.filter((item) => isInForce(item, day) || item.code === value), [all, day, value])
  return items.some(({ parent }) => parent) ? (
    <TreeCodeInput {...props} items={items} />
  ) : (
    <FlatCodeInput {...props} items={items} />
  )
}

const labelOf = ({ code, title }: DictionaryItem, words: (title: Words) => string) => `${code} ${words(title)}`

function FlatCodeInput({ items, ...props }: Props & { items: DictionaryItem[] }) {
  const { words } = useTexts()
  const [text, setText] = useState('')
  const found = searchItems(items, text, MOST_SHOWN).filter(({ usable }) => usable !== false)
  const chosen = items.find(({ code }) => code === props.value)
  const shown = chosen && text === '' && !found.includes(chosen) ? [chosen, ...found] : found
  return (
    <Choice
      {...props}
      onSearch={setText}
      options={shown.map((item) => ({ value: item.code, label: labelOf(item, words) }))}
    />
  )
}

/** A table too long to be here: the server searches it as one types. */
function FarCodeInput(props: Props) {
  const { words } = useTexts()
  const { scheme, edition } = props.field
  const [text, setText] = useState('')
  const { data } = useAsk<LoadedItems>(
    'forms.dictionary.items' as string,
    { scheme, edition, text: text || String(props.value ?? '') },
    { keep: true },
  )
  const options = (data?.items ?? []).filter(({ usable }) => usable !== false)
  return (
    <Choice
      {...props}
      onSearch={setText}
      options={options.map((item) => ({ value: item.code, label: labelOf(item, words) }))}
    />
  )
}

type ChoiceProps = Props & { onSearch: (text: string) => void; options: { value: string; label: string }[] }

function Choice({ onSearch, options, ...props }: ChoiceProps) {
  const { id, value, isWrong, onChange } = props
  return (
    <Select
      id={id}
      {...spoken(props)}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ filterOption: false, onSearch }}
      {...(isWrong && { status: 'error' as const })}
      value={(value as string) || undefined}
      options={options}
      onChange={(code?: string) => {
        onSearch('')
        onChange(code ?? null)
      }}
    />
  )
}

function TreeCodeInput({ items, ...props }: Props & { items: DictionaryItem[] }) {
  const { id, value, isWrong, onChange } = props
  const { words, language } = useTexts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone
  const tree = useMemo(() => treeOf(items, words), [items, language])
  return (
    <TreeSelect<string, Node>
      id={id}
      {...spoken(props)}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ filterTreeNode: (text, node) => rankOf((node as unknown as Node).item, text) !== undefined }}
      {...(isWrong && { status: 'error' as const })}
      value={(value as string) || (undefined as unknown as string)}
      treeData={tree}
      treeExpandAction="click"
      listHeight={320}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  )
}

function treeOf(items: readonly DictionaryItem[], words: (title: Words) => string): Node[] {
  const nodes = new Map(
    items.map((item) => [
      item.code,
      {
        value: item.code,
        title: labelOf(item, words),
        selectable: item.usable !== false,
        item,
        children: [] as Node[],
      },
    ]),
  )
  const roots: Node[] = []
  for (const node of nodes.values()) (nodes.get(node.item.parent ?? '')?.children ?? roots).push(node)
  return roots
}
