import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { type Editing, expression, setPart } from './editing.ts'
import { FeelProperty } from './feel.tsx'

/** 等条件: goes on as soon as the data of the case make it true. */
export function WhenPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const definition = editing.element.businessObject.eventDefinitions![0]!
  return (
    <FeelProperty
      label={t('processes.way.condition')}
      hint={t('processes.prop.when.hint')}
      value={definition.condition?.body ?? ''}
      onChange={(body) => setPart(editing, definition, { condition: expression(editing.modeler, body) })}
    />
  )
}
