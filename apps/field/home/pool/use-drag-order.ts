import { type PointerEvent, useRef, useState } from 'react'

/** Rows of a list that are dragged by a grip, with finger or mouse; told when one is dropped in another place. */
export function useDragOrder(onDrop: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const end = () => {
    setFrom(null)
    setTo(null)
  }
  const gripOf = (at: number) => ({
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      setFrom(at)
      setTo(at)
    },
    onPointerMove: (event: PointerEvent) => from !== null && setTo(rowUnder(list.current, event.clientY)),
    onPointerUp: () => {
      if (from !== null && to !== null && from !== to) onDrop(from, to)
      end()
    },
    onPointerCancel: end,
  })
  return { list, from, to, gripOf }
}

/** The row whose middle is nearest. */
function rowUnder(list: HTMLElement | null, y: number): number {
  const middles = [...(list?.children ?? [])].map((row) => {
    const { top, height } = row.getBoundingClientRect()
    return Math.abs(top + height / 2 - y)
  })
  return middles.indexOf(Math.min(...middles))
}
