import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { useStepTitle } from '../../use-step-title.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Fold } from './property.tsx'
import { ManyProperty, SuggestProperty } from './property-choices.tsx'

/** 互斥 and 撤销范围: which steps are never at work beside this one, and which are taken away when it is done. */
export function RegionPart({ editing, onlyCancels }: { editing: Editing; onlyCancels?: boolean }) {
  const { t } = useTexts()
  const titleOf = useStepTitle()
  const { text, words: listed, set, setWords } = attributesOf(editing)
  const steps = editing.process?.steps ?? []
  const others = steps.filter(({ id, kind }) => id !== editing.element.id && WAITS.includes(kind))
  const sets = new Set(steps.flatMap((step) => ('exclusive' in step && step.exclusive ? [step.exclusive] : [])))
  const isUsed = text('yutu:exclusive') !== '' || text('yutu:cancels') !== ''
  return (
    <Fold title={t('processes.group.region')} isOpen={isUsed}>
      {!onlyCancels && (
        <SuggestProperty
          label={t('processes.prop.exclusive')}
          hint={t('processes.prop.exclusive.hint')}
          value={text('yutu:exclusive')}
          options={[...sets].map((value) => ({ value, label: value }))}
          onChange={(name) => set({ 'yutu:exclusive': name })}
        />
      )}
      <ManyProperty
        label={t('processes.prop.cancels')}
        hint={t('processes.prop.cancels.hint')}
        value={listed('yutu:cancels')}
        options={others.map((step) => ({ value: step.id, label: titleOf(step) }))}
        onChange={(ids) => setWords('yutu:cancels', ids)}
      />
    </Fold>
  )
}

/** Only where somebody or something can be under way is there anything to take away. */
const WAITS = ['userTask', 'serviceTask', 'subCase', 'timer', 'receive', 'condition', 'boundary']
