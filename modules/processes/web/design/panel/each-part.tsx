import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { service } from '../canvas/canvas-types.ts'
import { attributesOf, type Editing, setPart } from './editing.ts'
import { FeelProperty } from './feel.tsx'
import { SelectProperty } from './property-choices.tsx'
import { TickProperty } from './property-inputs.tsx'

/** 按名单各办一遍: a child case, or all of a part, for each of a list; BPMN says so by a multi-instance marker. */
export function EachPart({ editing, of }: { editing: Editing; of: 'child' | 'part' }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const loop = editing.element.businessObject.loopCharacteristics
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
        value={loop !== undefined}
        onChange={(on) => (on ? begin() : set({ loopCharacteristics: undefined, 'yutu:each': '' }))}
      />
      {loop && (
        <>
          <FeelProperty
            label={t('processes.prop.each.list')}
            hint={t('processes.prop.each.list.hint')}
            value={text('yutu:each')}
            onChange={(each) => set({ 'yutu:each': each || '[]' })}
          />
          <SelectProperty
            label={t('processes.prop.each.order')}
            value={loop.isSequential ? 'inTurn' : 'atOnce'}
            options={['atOnce', 'inTurn'].map((value) => ({ value, label: t(`processes.each.${value}`) }))}
            onChange={(order) => setPart(editing, loop, { isSequential: order === 'inTurn' })}
          />
        </>
      )}
    </>
  )
}
