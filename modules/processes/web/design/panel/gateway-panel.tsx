import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { useStepTitle } from '../../use-step-title.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { ConditionPart } from './condition-part.tsx'
import { attributesOf, type Editing } from './editing.ts'
import { FeelProperty } from './feel.tsx'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty, TickProperty } from './property-inputs.tsx'
import { TitlePart } from './title-part.tsx'

type Props = { editing: Editing }

const NAMES: Record<string, string> = {
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:EventBasedGateway': 'race',
}
/** The nearest split around, as the reader of drawings finds it. */
const NEAREST = '*'

export function GatewayPanel({ editing }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const { type, incoming = [] } = editing.element
  const isParallel = type === 'bpmn:ParallelGateway' || type === 'bpmn:InclusiveGateway'
  // As the reader of drawings takes it: an English title says that a gateway splits, unless it says itself that it joins.
  const joins = text('yutu:split') !== '' || (isParallel && incoming.length > 1 && text('yutu:titleEn') === '')
  const isConditional =
    type === 'bpmn:ExclusiveGateway' || (type === 'bpmn:InclusiveGateway' && waysOf(editing.element).length > 1)
  const name = joins ? 'join' : (NAMES[type] ?? 'parallel')
  const asJoin = (title: string) => set({ 'yutu:titleEn': title, 'yutu:split': text('yutu:split') || NEAREST })
  const asSplit = () =>
    set({
      ...{ 'yutu:split': '', 'yutu:need': '', 'yutu:rest': '' },
      'yutu:titleEn': text('yutu:titleEn') || text('name') || editing.element.id,
    })
  return (
    <>
      <Group title={t(`processes.draw.${name}`)} hint={t(`processes.draw.${name}.help`)}>
        <TitlePart editing={editing} {...(joins && { onEnglish: asJoin })} />
        {isParallel && (
          <SelectProperty
            label={t('processes.prop.gatewayRole')}
            value={joins ? 'join' : 'split'}
            options={['split', 'join'].map((value) => ({ value, label: t(`processes.gatewayRole.${value}`) }))}
            onChange={(role) => (role === 'join' ? set({ 'yutu:split': NEAREST }) : asSplit())}
          />
        )}
        {joins && <JoinPart editing={editing} />}
        {text('yutu:each') !== '' && (
          <>
            <FeelProperty
              label={t('processes.prop.each.part')}
              hint={t('processes.prop.each.list.hint')}
              value={text('yutu:each')}
              onChange={(each) => set({ 'yutu:each': each || '[]' })}
            />
            <TickProperty
              label={t('processes.each.inTurn')}
              value={text('yutu:inTurn') === 'true'}
              onChange={(on) => set({ 'yutu:inTurn': on ? 'true' : '' })}
            />
          </>
        )}
      </Group>
      {isConditional && <ConditionPart editing={editing} />}
    </>
  )
}

/** 汇合: of which split, how many of its branches are enough (n of m), and what becomes of the rest. */
function JoinPart({ editing }: Props) {
  const { t } = useTexts()
  const titleOf = useStepTitle()
  const { text, set } = attributesOf(editing)
  const splits = (editing.process?.steps ?? []).filter(({ kind }) => kind === 'split' || kind === 'inclusive')
  const branches = editing.element.incoming?.length ?? 0
  return (
    <>
      <SelectProperty
        label={t('processes.prop.split')}
        hint={t('processes.prop.split.hint')}
        value={text('yutu:split') || NEAREST}
        options={[
          { value: NEAREST, label: t('processes.split.nearest') },
          ...splits.map((step) => ({ value: step.id, label: titleOf(step) })),
        ]}
        onChange={(split) => set({ 'yutu:split': split === NEAREST && text('yutu:titleEn') === '' ? '' : split })}
      />
      <NumberProperty
        label={t('processes.prop.joinNeed')}
        hint={t('processes.prop.joinNeed.hint', { branches })}
        unit={t('processes.unit.branches')}
        value={text('yutu:need') === '' ? undefined : Number(text('yutu:need'))}
        onChange={(need) =>
          set({ 'yutu:need': need === undefined ? '' : String(need), 'yutu:rest': need ? 'cancel' : '' })
        }
      />
      {text('yutu:need') && (
        <SelectProperty
          label={t('processes.prop.rest')}
          value={text('yutu:rest') || 'ignore'}
          options={['cancel', 'ignore'].map((value) => ({ value, label: t(`processes.rest.${value}`) }))}
          onChange={(rest) => set({ 'yutu:rest': rest })}
        />
      )}
    </>
  )
}
