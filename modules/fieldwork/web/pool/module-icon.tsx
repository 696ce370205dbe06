import { Icon } from '../../../../apps/ui/components/field-icon.tsx'

/** A module's tile as phones show it. */
export function ModuleIcon({ icon, colour }: { icon: string; colour: string }) {
  return (
    <span className="pool-icon" style={{ background: colour }}>
      <Icon name={icon} size={18} />
    </span>
  )
}
