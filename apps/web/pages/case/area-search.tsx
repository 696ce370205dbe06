import { BorderOutlined, EditOutlined, GatewayOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { useSearchParams } from 'react-router'
import type { Box, Position } from '../../../../kernel/geometry/types.ts'
import { cornersOf } from '../../../../modules/casework/rules/drawn-ring.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { BoxSketch } from '../../../ui/map/box-sketch.tsx'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import { Sketch } from '../../../ui/map/sketch.tsx'

/** The filter's name in the address. */
export const WITHIN = 'within'

type Props = { handle: MapHandle; isDrawing: boolean; onDraw: (isDrawing: boolean) => void }

/** Finds cases in a place: drag a box over the map, or draw round it. */
export function AreaSearch({ handle, isDrawing, onDraw }: Props) {
  const { t } = useTexts()
  const [kind, setKind] = useState<'box' | 'polygon'>('box')
  const [params, setParams] = useSearchParams()
  const search = useCallback(
    (ring: readonly Position[] | null) => {
      onDraw(false)
      setParams((before) => {
        const after = new URLSearchParams(before)
        for (const name of ['after', 'view', WITHIN]) after.delete(name)
        if (ring) after.set(WITHIN, cornersOf(ring))
        return after
      })
    },
    [onDraw, setParams],
  )
  const begin = (chosen: 'box' | 'polygon') => {
    setKind(chosen)
    onDraw(true)
  }
  const onBox = useCallback(
    ([w, s, e, n]: Box) =>
      search([
        [w, s],
        [e, s],
        [e, n],
        [w, n],
      ]),
    [search],
  )
  const onChange = useCallback((points: Position[], isDone: boolean) => isDone && search(points), [search])
  const items = [
    { key: 'box', icon: <BorderOutlined />, label: t('cases.within.box'), onClick: () => begin('box') },
    { key: 'polygon', icon: <EditOutlined />, label: t('cases.within.polygon'), onClick: () => begin('polygon') },
    ...(params.has(WITHIN) ? [{ key: 'clear', label: t('cases.within.clear'), onClick: () => search(null) }] : []),
  ]
  // The sketch lies on the map, the button in the list below it.
  const ground = handle.map.getContainer().parentElement
  return (
    <>
      {isDrawing ? (
        <Button onClick={() => onDraw(false)}>{t('common.cancel')}</Button>
      ) : (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button
            icon={<GatewayOutlined />}
            type={params.has(WITHIN) ? 'primary' : 'default'}
            ghost={params.has(WITHIN)}
          >
            {t('cases.within')}
          </Button>
        </Dropdown>
      )}
      {isDrawing &&
        ground &&
        createPortal(
          <>
            {kind === 'box' ? (
              <BoxSketch handle={handle} onBox={onBox} />
            ) : (
              <Sketch handle={handle} kind="polygon" onChange={onChange} />
            )}
            <div className="map-hint" role="status">
              {t(`cases.within.${kind}.hint`)}
            </div>
          </>,
          ground,
        )}
    </>
  )
}
