import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { service } from '../canvas/canvas-types.ts'
import { attributesOf, type Editing } from './editing.ts'
import { FeelProperty } from './feel.tsx'
import { TickProperty } from './property-inputs.tsx'

/** 按名单各办一遍: a child case, or all of a part, for each of a list; BPMN says so by a multi-instance marker. */
export function EachPart({ editing, of }: { editing: Editing; of: 'child' | 'part' }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const isMany = editing.element.businessObject.loopCharacteristics !== undefined
  const begin = () =>
    set({
      loopCharacteristics: service(editing.modeler, 'moddle').create('bpmn:MultiInstanceLoopCharacteristics'),
      'yutu:each': '[]',
    })
  return (
    <>
      <TickProperty
        label={t(`processes.prop.each.${of}`)}
        hint={t(`processes.prop.each.${of}.hint`)}
        value={isMany}
        onChange={(on) => (on ? begin() : set({ loopCharacteristics: undefined, 'yutu:each': '' }))}
      />
      {isMany && (
        <FeelProperty
          label={t('processes.prop.each.list')}
          hint={t('processes.prop.each.list.hint')}
          value={text('yutu:each')}
          onChange={(each) => set({ 'yutu:each': each || '[]' })}
        />
      )}
    </>
  )
}
