import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { type ListedTask, metresTo } from '../rules/task-index.ts'
import { leaveList, leftList } from './left-list.ts'
import { type RowDoing, TaskRow } from './task-row.tsx'

type Props = RowDoing & {
  /** under what name it is left and found again */
  list: string
  tasks: readonly ListedTask[]
  place: Position | null
  chosen: string | null
  ticked: ReadonlySet<string> | null
  onTick: (task: ListedTask) => void
}

/** Pixels of a row before it has been measured. */
const USUAL = 168
const usual = () => USUAL

/** Only the rows in sight are made, however many there are. */
export function VirtualList({ list, tasks, place, chosen, ticked, onTick, ...doing }: Props) {
  const ground = useRef<HTMLDivElement>(null)
  // The same function for the same list: for another one all rows are laid out anew, which scrolling must not wait for.
  const keyOf = useCallback((index: number) => tasks[index]!.id, [tasks])
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => ground.current,
    estimateSize: usual,
    getItemKey: keyOf,
    overscan: 4,
  })
  const shown = useRef<string | null>(null)
  useEffect(() => {
    // Once: whoever scrolls on is not brought back when the list is made anew.
    if (chosen === shown.current) return
    shown.current = chosen
    const index = chosen ? tasks.findIndex(({ id }) => id === chosen) : -1
    if (index >= 0) virtual.scrollToIndex(index, { align: 'start' })
  }, [chosen, tasks, virtual])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where it was left
  useEffect(() => {
    const { first } = leftList(list)
    const index = first && !chosen ? tasks.findIndex(({ id }) => id === first) : -1
    if (index > 0) virtual.scrollToIndex(index, { align: 'start' })
  }, [list])
  const leave = () => {
    const top = ground.current?.scrollTop ?? 0
    const first = virtual.getVirtualItems().find(({ end }) => end > top)
    leaveList(list, { first: first && tasks[first.index]?.id })
  }
  return (
    <div className="task-scroll" ref={ground} onScroll={leave}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const task = tasks[index]!
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <TaskRow
                task={task}
                metres={metresTo(task, place)}
                isChosen={task.id === chosen}
                isTicked={ticked?.has(task.id) ?? false}
                onTick={ticked ? onTick : undefined}
                {...doing}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
