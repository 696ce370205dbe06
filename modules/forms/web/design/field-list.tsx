import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  HolderOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition, FormField, FormIssue } from '../../../../kernel/forms/definition.ts'
import { duplicateAt, fieldAt, moveBy, moveTo, type Path, removeAt, shownOrder } from '../../rules/edit-definition.ts'
import { AddField } from './add-field.tsx'

type Props = {
  definition: FormDefinition
  path: Path | null
  issues: readonly FormIssue[]
  onSelect: (path: Path | null) => void
  onChange: (definition: FormDefinition) => void
}

const samePath = (a: Path | null, b: Path | null) => a?.join('.') === b?.join('.')

/** The fields as they are shown, sections as headings, columns under their table. Arrow keys choose, with Alt they move. */
export function FieldList(props: Props) {
  const { definition, path, issues, onSelect, onChange } = props
  const { t, words } = useTexts()
  const list = useRef<HTMLUListElement>(null)
  const drag = useDrag(props)
  const rows = rowsOf(definition)
  const take = ({ definition: next, path: at }: { definition: FormDefinition; path: Path }) => {
    onChange(next)
    onSelect(at)
    queueMicrotask(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }
  const remove = (at: Path) => {
    onChange(removeAt(definition, at))
    onSelect(null)
  }
  const press = (event: KeyboardEvent, at: Path) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) take(moveBy(definition, at, step))
    else if (step !== 0) focusBy(list.current!, event.currentTarget as HTMLElement, step)
    else if (event.key === 'Delete') remove(at)
    else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) take(duplicateAt(definition, at))
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="board-head">
        <AddField definition={definition} path={path} onAdded={take} />
        <Button
          type={path === null ? 'primary' : 'default'}
          ghost={path === null}
          icon={<SettingOutlined />}
          onClick={() => onSelect(null)}
        >
          {t('forms.board.form')}
        </Button>
      </div>
      {rows.length === 0 && <p className="quiet board-empty">{t('forms.board.empty')}</p>}
      <ul className="board-rows" ref={list}>
        {rows.map(({ at, field, heading }) => (
          <li key={at.join('.')}>
            {heading !== undefined && <div className="board-section">{words(heading)}</div>}
            <div
              className={`board-row ${at.length > 1 ? 'board-column' : ''} ${samePath(path, at) ? 'is-chosen' : ''} ${drag.classOf(at)}`}
              {...(at.length === 1 && drag.propsOf(at[0]))}
            >
              <HolderOutlined className="board-handle" aria-hidden />
              <button
                type="button"
                className="board-name"
                aria-current={samePath(path, at)}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete Control+D"
                onClick={() => onSelect(at)}
                onKeyDown={(event) => press(event, at)}
              >
                <span className="board-title">{words(field.title) || field.name}</span>
                <span className="quiet board-type">{t(`forms.type.${field.type}`)}</span>
                {hasFault(issues, definition, at) && <span className="board-fault">{t('forms.fault')}</span>}
              </button>
              {samePath(path, at) && (
                <span className="board-acts">
                  <Act
                    icon={<ArrowUpOutlined />}
                    label={t('forms.act.up')}
                    onPress={() => take(moveBy(definition, at, -1))}
                  />
                  <Act
                    icon={<ArrowDownOutlined />}
                    label={t('forms.act.down')}
                    onPress={() => take(moveBy(definition, at, 1))}
                  />
                  <Act
                    icon={<CopyOutlined />}
                    label={t('forms.act.copy')}
                    onPress={() => take(duplicateAt(definition, at))}
                  />
                  <Act icon={<DeleteOutlined />} label={t('forms.act.remove')} onPress={() => remove(at)} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <p className="quiet board-keys">{t('forms.board.keys')}</p>}
    </>
  )
}

function Act({ icon, label, onPress }: { icon: React.ReactNode; label: string; onPress: () => void }) {
  return <Button type="text" size="small" icon={icon} aria-label={label} title={label} onClick={onPress} />
}

type Row = { at: Path; field: FormField; heading?: FormField['title'] }

function rowsOf(definition: FormDefinition): Row[] {
  let section: string | undefined
  return shownOrder(definition).flatMap((place): Row[] => {
    const field = definition.fields[place]!
    const heading =
      field.section === section ? undefined : definition.sections?.find(({ name }) => name === field.section)?.title
    section = field.section
    const columns =
      field.type === 'table' ? field.columns.map((column, index): Row => ({ at: [place, index], field: column })) : []
    return [{ at: [place], field, ...(heading && { heading }) }, ...columns]
  })
}

/** Where a check of the definition places a field: «parcels.area». */
export const placeOf = (definition: FormDefinition, path: Path): string =>
  path.length === 1
    ? fieldAt(definition, path)!.name
    : `${definition.fields[path[0]]!.name}.${fieldAt(definition, path)!.name}`

const hasFault = (issues: readonly FormIssue[], definition: FormDefinition, path: Path) =>
  issues.some(({ field }) => field === placeOf(definition, path))

function focusBy(list: HTMLElement, from: HTMLElement, step: number): void {
  const names = [...list.querySelectorAll<HTMLElement>('.board-name')]
  const next = names[names.indexOf(from) + step]
  next?.focus()
  next?.click()
}

/** Dragging is one way among others: the same is done by keys and by buttons. */
function useDrag({ definition, onChange, onSelect }: Props) {
  const [from, setFrom] = useState<number | null>(null)
  const [over, setOver] = useState<{ at: number; side: -1 | 1 } | null>(null)
  const drop = () => {
    if (from !== null && over && from !== over.at) {
      const moved = moveTo(definition, from, over.at, over.side)
      onChange(moved.definition)
      onSelect(moved.path)
    }
    setFrom(null)
    setOver(null)
  }
  return {
    classOf: (at: Path) =>
      at.length === 1 && over?.at === at[0] && from !== at[0] ? (over.side === 1 ? 'drop-after' : 'drop-before') : '',
    propsOf: (at: number) => ({
      draggable: true,
      onDragStart: () => setFrom(at),
      onDragOver: (event: React.DragEvent<HTMLElement>) => {
        event.preventDefault()
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const side = event.clientY > top + height / 2 ? 1 : -1
        if (over?.at !== at || over.side !== side) setOver({ at, side })
      },
      onDrop: drop,
      onDragEnd: () => {
        setFrom(null)
        setOver(null)
      },
    }),
  }
}
