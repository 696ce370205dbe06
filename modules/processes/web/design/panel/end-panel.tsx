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
  const said = (code: string) => (RESULTS.includes(code) ? t(`processes.result.${code}`) : code)
  const coded = (text: string) => RESULTS.find((code) => said(code) === text) ?? text
  const results = [...new Set([...RESULTS, ...used])].map((code) => ({ value: said(code), label: said(code) }))
  const terminate = () => service(editing.modeler, 'moddle').create('bpmn:TerminateEventDefinition')
  return (
    <Group title={t('processes.draw.end')} hint={t('processes.draw.end.help')}>
      <TitlePart editing={editing} />
      <SuggestProperty
        label={t('processes.prop.result')}
        hint={t('processes.prop.result.hint')}
        value={said(text('yutu:result') || 'completed')}
        options={results}
        onChange={(result) => set({ 'yutu:result': coded(result) })}
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
