import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Drawn, MapField } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { DrawnText } from './drawn-text.tsx'
import { useFormPlace } from './form-place.ts'
import { type InputProps, spoken } from './input-props.ts'

/** The map comes only where somebody draws. */
const MapDialog = lazy(() => import('./map-dialog.tsx'))

/** Points, lines or areas drawn on the map, or typed as coordinates. */
export function MapInput(props: InputProps<MapField>) {
  const { field, value, onChange } = props
  const { t } = useTexts()
  const { scope } = useFormPlace()
  const [isOpen, setOpen] = useState(false)
  const drawn = value as Drawn | undefined
  const close = (next?: Drawn | null) => {
    setOpen(false)
    if (next !== undefined) onChange(next)
  }
  return (
    <fieldset className="form-group" {...spoken(props)}>
      {drawn && <DrawnText value={drawn} />}
      <div className="form-acts">
        <Button icon={<EditOutlined />} onClick={() => setOpen(true)}>
          {t(drawn ? 'form.map.change' : `form.map.draw.${field.shape}`)}
        </Button>
        {drawn && (
          <Button type="text" icon={<DeleteOutlined />} onClick={() => onChange(null)}>
            {t('form.map.clear')}
          </Button>
        )}
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <MapDialog field={field} drawn={drawn} scope={scope} onClose={close} />
        </Suspense>
      )}
    </fieldset>
  )
}
