import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { timerWait } from '../../../../../kernel/process/bpmn/durations.ts'
import { attributesOf, type Editing, expression, setPart } from './editing.ts'
import { FeelProperty } from './feel.tsx'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty } from './property-inputs.tsx'

const NONE = { timeDate: undefined, timeDuration: undefined, timeCycle: undefined }

/** How long a timer waits: working days, minutes, or until a day the case knows. */
export function WaitPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { modeler, element } = editing
  const definition = element.businessObject.eventDefinitions![0]!
  const { set } = attributesOf(editing)
  const wait = timerWait(element.businessObject)
  const kind = wait === undefined ? '' : Object.keys(wait)[0]!
  const inDays = (days: number) => {
    set({ 'yutu:workingDays': days })
    setPart(editing, definition, { ...NONE, timeDuration: expression(modeler, `P${days}D`) })
  }
  const inMinutes = (minutes: number) => {
    set({ 'yutu:workingDays': undefined })
    setPart(editing, definition, { ...NONE, timeDuration: expression(modeler, `PT${minutes}M`) })
  }
  const until = (body: string) => {
    set({ 'yutu:workingDays': undefined })
    setPart(editing, definition, { ...NONE, timeDate: expression(modeler, body) })
  }
  const begin = { workingDays: () => inDays(5), minutes: () => inMinutes(60), until: () => until('date') }
  return (
    <>
      <SelectProperty
        label={t('processes.prop.wait')}
        value={kind}
        options={Object.keys(begin).map((value) => ({ value, label: t(`processes.wait.${value}`) }))}
        onChange={(next) => begin[next as keyof typeof begin]()}
      />
      {wait && 'workingDays' in wait && (
        <NumberProperty
          label={t('processes.wait.howLong')}
          unit={t('processes.unit.workingDays')}
          value={wait.workingDays}
          onChange={(days) => inDays(days ?? 1)}
        />
      )}
      {wait && 'minutes' in wait && (
        <NumberProperty
          label={t('processes.wait.howLong')}
          unit={t('processes.unit.minutes')}
          value={wait.minutes}
          onChange={(minutes) => inMinutes(minutes ?? 1)}
        />
      )}
      {wait && 'until' in wait && (
        <FeelProperty
          label={t('processes.wait.until')}
          hint={t('processes.wait.until.hint')}
          value={wait.until}
          onChange={until}
        />
      )}
    </>
  )
}
