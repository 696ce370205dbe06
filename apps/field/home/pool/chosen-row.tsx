import type { PointerEvent } from 'react'
import { Icon } from '../../../ui/components/field-icon.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ModuleName } from './module-name.tsx'
import type { PoolModule } from './use-pool.ts'

type Props = {
  module: PoolModule
  isDragged: boolean
  isTarget: boolean
  grip: Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', (event: PointerEvent) => void>
  isFirst: boolean
  isLast: boolean
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** One module of the home page: a grip to drag it by, and buttons for whoever cannot drag. */
export function ChosenRow({ module, isDragged, isTarget, grip, isFirst, isLast, onMove, onRemove }: Props) {
  const { t, words } = useTexts()
  const name = words(module.name)
  const state = isDragged ? ' pool-dragged' : isTarget ? ' pool-target' : ''
  return (
    <li className={`pool-row${state}`}>
      <span className="grip" {...grip} title={t('field.pool.drag')}>
        <Icon name="grip" size={20} />
      </span>
      <ModuleName module={module} />
      <button
        type="button"
        className="button-icon"
        disabled={isFirst}
        onClick={() => onMove(-1)}
        aria-label={t('field.pool.up', { name })}
      >
        ↑
      </button>
      <button
        type="button"
        className="button-icon"
        disabled={isLast}
        onClick={() => onMove(1)}
        aria-label={t('field.pool.down', { name })}
      >
        ↓
      </button>
      <button
        type="button"
        className="button-icon button-remove"
        onClick={onRemove}
        aria-label={t('field.pool.remove', { name })}
      >
        −
      </button>
    </li>
  )
}
