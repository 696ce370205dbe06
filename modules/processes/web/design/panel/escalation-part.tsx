import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty } from './property-inputs.tsx'
import { useOptions } from './use-options.ts'

/** 超期上报: which role hears of it, how many working days after the last. */
export function EscalationPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { roles } = useOptions(editing.known)
  const { text, set } = attributesOf(editing)
  const role = text('case:escalateTo')
  return (
    <>
      <SelectProperty
        label={t('processes.prop.escalateTo')}
        isOptional
        value={role}
        options={roles}
        onChange={(to) =>
          set({ 'case:escalateTo': to, 'case:escalateAfter': to && (text('case:escalateAfter') || '1') })
        }
      />
      {role && (
        <NumberProperty
          label={t('processes.prop.escalateAfter')}
          unit={t('processes.unit.workingDays')}
          min={0}
          value={Number(text('case:escalateAfter') || 0)}
          onChange={(days) => set({ 'case:escalateAfter': String(days ?? 0) })}
        />
      )}
    </>
  )
}
