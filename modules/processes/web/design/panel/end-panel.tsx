import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { service } from '../canvas/canvas-types.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group } from './property.tsx'
import { SuggestProperty } from './property-choices.tsx'
import { TickProperty } from './property-inputs.tsx'
import { TitlePart } from './title-part.tsx'

const RESULTS = ['completed', 'granted', 'refused', 'rejected', 'withdrawn', 'notAccepted']

/** 结束: how the case has ended, and whether it ends at once whatever else is under way. */
export function EndPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const isTerminate = (editing.element.businessObject.eventDefinitions ?? []).some(({ $type }) =>
    $type.includes('Terminate'),
  )
  const used = editing.process?.steps.flatMap((step) => (step.kind === 'end' ? step.result : [])) ?? []
  const results = [...new Set([...RESULTS, ...used])].map((value) => ({
    value,
    label: RESULTS.includes(value) ? t(`processes.result.${value}`) : value,
  }))
  const terminate = () => service(editing.modeler, 'moddle').create('bpmn:TerminateEventDefinition')
  return (
    <Group title={t('processes.draw.end')} hint={t('processes.draw.end.help')}>
      <TitlePart editing={editing} />
      <SuggestProperty
        label={t('processes.prop.result')}
        hint={t('processes.prop.result.hint')}
        value={text('yutu:result') || 'completed'}
        options={results}
        onChange={(result) => set({ 'yutu:result': result })}
      />
      <TickProperty
        label={t('processes.prop.terminate')}
        hint={t('processes.prop.terminate.hint')}
        value={isTerminate}
        onChange={(on) =>
          set({ eventDefinitions: on ? [terminate()] : [], 'yutu:result': text('yutu:result') || 'completed' })
        }
      />
    </Group>
  )
}
