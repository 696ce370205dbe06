import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { transitionsOf } from '../../../../../kernel/process/model.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty } from './property-inputs.tsx'
import { useOptions } from './use-options.ts'

/** 时限: how long the whole case may take, from when it counts, and whether it may be extended. */
export function ClockPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { whole, set } = attributesOf(editing)
  return (
    <Group title={t('processes.group.clock')} hint={t('processes.group.clock.hint')}>
      <NumberProperty
        label={t('processes.prop.caseLimit')}
        unit={t('processes.unit.workingDays')}
        value={whole('yutu:limitDays')}
        onChange={(days) => set({ 'yutu:limitDays': days })}
      />
      <StartOfClock editing={editing} />
      <ExtensionPart editing={editing} />
    </Group>
  )
}

function StartOfClock({ editing }: { editing: Editing }) {
  const { t, words } = useTexts()
  const { text, whole, set } = attributesOf(editing)
  const tasks = (editing.process?.steps ?? []).filter(({ kind }) => kind === 'userTask')
  const step = text('case:clockStep')
  const ways = tasks.filter(({ id }) => id === step).flatMap(transitionsOf)
  const options = ways.map(({ name, title }) => ({
    value: name,
    // One way out needs no name.
    label: words(title) || (ways.length === 1 ? t('processes.sim.act.complete') : name),
  }))
  const begin = (id: string) => {
    const [first] = tasks.filter((one) => one.id === id).flatMap(transitionsOf)
    set({ 'case:clockStep': id, 'case:clockWay': first?.name, 'case:clockDeemedAfter': undefined })
  }
  return (
    <>
      <SelectProperty
        label={t('processes.prop.clockStep')}
        value={step || FILING}
        options={[
          { value: FILING, label: t('processes.clock.filing') },
          ...tasks.map(({ id, title }) => ({ value: id, label: t('processes.clock.after', { step: words(title) }) })),
        ]}
        onChange={(id) => begin(id === FILING ? '' : id)}
      />
      {step && (
        <>
          <SelectProperty
            label={t('processes.prop.clockWay')}
            value={text('case:clockWay')}
            options={options}
            onChange={(way) => set({ 'case:clockWay': way })}
          />
          <NumberProperty
            label={t('processes.prop.clockDeemedAfter')}
            hint={t('processes.prop.clockDeemedAfter.hint')}
            unit={t('processes.unit.workingDays')}
            value={whole('case:clockDeemedAfter')}
            onChange={(days) => set({ 'case:clockDeemedAfter': days })}
          />
        </>
      )}
    </>
  )
}

const FILING = 'filing'

/** 延期: left empty, the case may not be extended. */
function ExtensionPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { roles } = useOptions(editing.known)
  const { text, whole, set } = attributesOf(editing)
  const days = whole('case:extensionDays')
  const change = (next: number | undefined) =>
    set({
      'case:extensionDays': next,
      'case:extensionTimes': next && (whole('case:extensionTimes') ?? 1),
      'case:extensionRole': next && (text('case:extensionRole') || roles[0]?.value),
    })
  return (
    <>
      <NumberProperty
        label={t('processes.prop.extensionDays')}
        hint={t('processes.prop.extensionDays.hint')}
        unit={t('processes.unit.workingDays')}
        value={days}
        onChange={change}
      />
      {days !== undefined && (
        <>
          <NumberProperty
            label={t('processes.prop.extensionTimes')}
            unit={t('processes.unit.times')}
            value={whole('case:extensionTimes')}
            onChange={(times) => set({ 'case:extensionTimes': times ?? 1 })}
          />
          <SelectProperty
            label={t('processes.prop.extensionRole')}
            value={text('case:extensionRole')}
            options={roles}
            onChange={(role) => set({ 'case:extensionRole': role })}
          />
        </>
      )}
    </>
  )
}
