import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { metresTo } from '../rules/task-index.ts'
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

/** Rows laid out at first, and added each time the end of them comes near. */
const REACH = 500

/**
 * Only the rows in sight are made, however many there are; and only so many are laid out as a thumb can reach, for each row that is
 * higher than was thought moves all below it.
 */
export const VirtualList = memo(function VirtualList({ list, tasks, place, chosen, ticked, onTick, ...doing }: Props) {
  const ground = useRef<HTMLDivElement>(null)
  // The same function for the same list: for another one all rows are laid out anew, which scrolling must not wait for.
  const keyOf = useCallback((index: number) => tasks[index]!.id, [tasks])
  const [reach, setReach] = useState(REACH)
  const count = Math.min(tasks.length, reach)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => ground.current,
    estimateSize: usual,
    getItemKey: keyOf,
    overscan: 2,
  })
  // Where to go once so many rows are laid out.
  const [goal, setGoal] = useState(-1)
  const show = (id: string | null | undefined) => {
    const index = id ? tasks.findIndex((task) => task.id === id) : -1
    if (index < 0) return
    setReach((before) => Math.max(before, index + REACH))
    setGoal(index)
  }
  useEffect(() => {
    if (goal < 0 || goal >= count) return
    virtual.scrollToIndex(goal, { align: 'start' })
    setGoal(-1)
  }, [goal, count, virtual])
  const shown = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; whoever scrolls on is not brought back when the list is made anew
  useEffect(() => {
    if (chosen !== shown.current) show(chosen)
    shown.current = chosen
  }, [chosen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where it was left
  useEffect(() => {
    if (!chosen) show(leftList(list).first)
  }, [list])
  const scrolled = () => {
    const top = ground.current?.scrollTop ?? 0
    const rows = virtual.getVirtualItems()
    leaveList(list, { first: tasks[rows.find(({ end }) => end > top)?.index ?? -1]?.id })
    if ((rows.at(-1)?.index ?? 0) > count - REACH / 5) setReach(Math.min(tasks.length, count + REACH))
  }
  return (
    <div className="task-scroll" ref={ground} onScroll={scrolled}>
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
})
