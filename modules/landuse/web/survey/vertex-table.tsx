import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { toDegrees, toMetres } from '../../../../apps/ui/map/working-system.ts'
import type { Position, Ring } from '../../../../kernel/geometry/types.ts'

type Props = { ring: Ring; disabled?: boolean; onChange: (ring: Ring) => void; onPoint: (place: Position) => void }

const MILLIMETRES = 3
/** One ten-thousandth of a metre: the grid the server keeps. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4

/** Boundary vertices J1, J2 … in the working system: X is the northing, Y the easting with the zone in front (GB/T 21010 usage). */
export function VertexTable({ ring, disabled = false, onChange, onPoint }: Props) {
  const { t } = useTexts()
  const points = ring.slice(0, -1)
  const closed = (next: Position[]): Ring => [...next, next[0]!]
  const type = (index: number, axis: 0 | 1, value: number | null) => {
    if (value === null) return
    const metres = toMetres(points[index]!).with(axis, value) as Position
    onChange(closed(points.with(index, toDegrees(metres))))
  }
  const insert = (index: number) => {
    const [a, b] = [toMetres(points[index]!), toMetres(points[(index + 1) % points.length]!)]
    onChange(closed(points.toSpliced(index + 1, 0, toDegrees([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]))))
  }
  return (
    <div className="vertex-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('landuse.vertex')}</th>
            <th>X（m）</th>
            <th>Y（m）</th>
            <th>
              <span className="visually-hidden">{t('landuse.vertex.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => {
            const [easting, northing] = toMetres(point).map(rounded) as Position
            const name = `J${index + 1}`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a vertex is known by its place in the ring
              <tr key={index}>
                <td>
                  <button type="button" className="link-button" onClick={() => onPoint(point)}>
                    {name}
                  </button>
                </td>
                {([1, 0] as const).map((axis) => (
                  <td key={axis}>
                    <InputNumber<number>
                      size="small"
                      controls={false}
                      disabled={disabled}
                      aria-label={`${name} ${axis === 1 ? 'X' : 'Y'}`}
                      style={{ width: 118 }}
                      precision={MILLIMETRES}
                      changeOnWheel={false}
                      value={axis === 1 ? northing : easting}
                      onChange={(value) => type(index, axis, value)}
                    />
                  </td>
                ))}
                <td className="vertex-acts">
                  <Button
                    size="small"
                    type="text"
                    icon={<PlusOutlined />}
                    disabled={disabled}
                    aria-label={t('landuse.vertex.insert', { name })}
                    title={t('landuse.vertex.insert', { name })}
                    onClick={() => insert(index)}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={disabled || points.length <= 3}
                    aria-label={t('landuse.vertex.remove', { name })}
                    title={t('landuse.vertex.remove', { name })}
                    onClick={() => onChange(closed(points.toSpliced(index, 1)))}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
