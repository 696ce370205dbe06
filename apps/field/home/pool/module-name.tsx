import { Icon } from '../../../ui/components/field-icon.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { PoolModule } from './use-pool.ts'

export function ModuleName({ module }: { module: PoolModule }) {
  const { words } = useTexts()
  return (
    <span className="module-name">
      <span className="module-icon module-small" style={{ background: module.colour }}>
        <Icon name={module.icon} />
      </span>
      {words(module.name)}
    </span>
  )
}
