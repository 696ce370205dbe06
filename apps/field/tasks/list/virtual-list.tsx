import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { type ListedTask, metresTo } from '../rules/task-index.ts'
import { type RowDoing, TaskRow } from './task-row.tsx'

type Props = RowDoing & {
  tasks: readonly ListedTask[]
  place: Position | null
  chosen: string | null
  ticked: ReadonlySet<string> | null
  onTick: (task: ListedTask) => void
}

/** Pixels of a row before it has been measured. */
const USUAL = 168

/** Only the rows in sight are made, however many there are. */
export function VirtualList({ tasks, place, chosen, ticked, onTick, ...doing }: Props) {
  const ground = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => ground.current,
    estimateSize: () => USUAL,
    getItemKey: (index) => tasks[index]!.id,
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
  return (
    <div className="task-scroll" ref={ground}>
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
