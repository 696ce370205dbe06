import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { MapField } from '../../../kernel/forms/definition.ts'
import type { Position } from '../../../kernel/geometry/types.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Props = { shape: MapField['shape']; isFull: boolean; onAdd: (points: Position[]) => void }

const LEAST = { point: 1, line: 2, polygon: 3 }

/** For those who draw without a pointer, or from a list: longitude and latitude, a pair a line. */
export function CoordinateEntry({ shape, isFull, onAdd }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [text, setText] = useState('')
  const points = pointsOf(text)
  const isGood = points !== undefined && points.length >= LEAST[shape]
  const add = () => {
    if (!points) return
    onAdd(shape === 'polygon' && String(points[0]) === String(points.at(-1)) ? points.slice(0, -1) : points)
    setText('')
  }
  return (
    <details className="form-coordinates">
      <summary>{t('form.map.coordinates')}</summary>
      <label className="quiet" htmlFor={id}>
        {t('form.map.coordinates.hint')}
      </label>
      <Input.TextArea
        id={id}
        rows={4}
        value={text}
        {...(text !== '' && !points && { status: 'error' as const })}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="small" disabled={!isGood || isFull} onClick={add}>
        {t('form.map.coordinates.add')}
      </Button>
    </details>
  )
}

function pointsOf(text: string): Position[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const points = lines.map((line) =>
    line
      .trim()
      .split(/[\s,，]+/)
      .map(Number),
  )
  const isSound = points.every(([x, y, ...more]) => more.length === 0 && Math.abs(x!) <= 180 && Math.abs(y!) <= 90)
  return isSound ? (points as Position[]) : undefined
}
