import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { coordinate, metres } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { boundaryPoints } from './boundary-points.ts'
import { areaToMetres } from './working-system.ts'

/** 界址点成果: the corners of one parcel, drawn in degrees, with their coordinates, and the line from each to the next. */
export function BoundaryTable({ geometry }: { geometry: MultiPolygon }) {
  const { t } = useTexts()
  const heads = ['number', 'x', 'y', 'length']
  return (
    <table className="plain-table boundary-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={head === 'number' ? undefined : 'right'}>
              {t(`map.boundary.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {boundaryPoints(areaToMetres(geometry)).map(({ number, x, y, length }) => (
          <tr key={number}>
            <td>{number}</td>
            <td className="right number">{coordinate(x)}</td>
            <td className="right number">{coordinate(y)}</td>
            <td className="right number">{metres(length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
