import type { CoSign, DecisionStep, Join, ProcessModel, Step, UserTask, Wait } from '../model.ts'
import { waitOf } from '../waiting.ts'

type Properties = Record<string, unknown>

/** A step's BPMN type and attributes. Undefined members are left out by the writer. */
export function nodeOf(step: Step, model: ProcessModel): { type: string; properties: Properties } {
  const named = { id: step.id, name: step.title.zh, 'yutu:titleEn': step.title.en }
  const region = 'cancels' in step ? { 'yutu:cancels': step.cancels?.join(' ') } : {}
  const set = 'exclusive' in step ? { 'yutu:exclusive': step.exclusive } : {}
  const [type, properties] = kindOf(step, model)
  return { type: `bpmn:${type}`, properties: { ...named, ...region, ...set, ...properties } }
}

function kindOf(step: Step, model: ProcessModel): [type: string, properties: Properties] {
  switch (step.kind) {
    case 'userTask':
      return ['UserTask', userProperties(step)]
    case 'serviceTask':
      return ['ServiceTask', { 'yutu:job': step.job, 'yutu:retries': step.retries }]
    case 'decision':
      return [
        'BusinessRuleTask',
        { 'yutu:decision': step.decision, 'yutu:decisionVersion': step.version, ...tables(step) },
      ]
    case 'subCase':
      return [
        'CallActivity',
        { calledElement: step.process, 'yutu:processVersion': step.version, 'yutu:each': step.each, ...tables(step) },
      ]
    case 'split':
      return ['ParallelGateway', { 'yutu:each': step.each, 'yutu:inTurn': step.inTurn?.toString() }]
    case 'timer':
      return ['IntermediateCatchEvent', waitProperties(step)]
    case 'receive':
      return ['IntermediateCatchEvent', { 'yutu:event': step.event }]
    case 'condition':
      return ['IntermediateCatchEvent', {}]
    case 'throw':
      return ['IntermediateThrowEvent', { 'yutu:event': step.event, 'yutu:local': step.local?.toString() }]
    case 'boundary':
      return [
        'BoundaryEvent',
        {
          cancelActivity: step.interrupting,
          'yutu:times': step.times,
          ...waitProperties(step),
          ...eventProperties(step.on),
        },
      ]
    case 'join':
      return [joinType(step, model), joinProperties(step)]
    case 'end':
      return ['EndEvent', { 'yutu:result': step.result }]
    default:
      return [GATEWAYS[step.kind], {}]
  }
}

const GATEWAYS = {
  exclusive: 'ExclusiveGateway',
  inclusive: 'InclusiveGateway',
  eventGateway: 'EventBasedGateway',
}

const joinProperties = ({ split, need, rest }: Join): Properties => ({
  'yutu:split': split,
  'yutu:need': need?.toString(),
  'yutu:rest': rest,
})

/** n of m has no gateway of its own but the complex one; what an inclusive gateway spread, another gathers. */
function joinType({ need, split }: Join, { steps }: ProcessModel): string {
  if (need !== undefined) return 'ComplexGateway'
  return steps.find(({ id }) => id === split)?.kind === 'inclusive' ? 'InclusiveGateway' : 'ParallelGateway'
}

const tables = ({ inputs, outputs }: Pick<DecisionStep, 'inputs' | 'outputs'>): Properties => ({
  'yutu:inputs': inputs && JSON.stringify(inputs),
  'yutu:outputs': outputs && JSON.stringify(outputs),
})

function userProperties(step: UserTask): Properties {
  return {
    'yutu:role': step.role,
    'yutu:form': step.form,
    'yutu:writable': step.writable.join(' '),
    'yutu:required': step.required?.join(' '),
    'yutu:hidden': step.hidden?.join(' '),
    'yutu:verbs': step.verbs.join(' '),
    'yutu:assignment': step.assignment,
    'yutu:limitDays': step.limitDays,
    ...(step.coSign && coSignProperties(step.coSign)),
  }
}

function coSignProperties({ signers, pass, otherwise, need, onReturn }: CoSign): Properties {
  const needed = typeof need === 'object' ? `ratio ${need.ratio}` : String(need)
  const counted = { 'yutu:signers': signers, 'yutu:pass': pass, 'yutu:otherwise': otherwise, 'yutu:need': needed }
  return { ...counted, 'yutu:onReturn': onReturn }
}

function waitProperties(step: Step): Properties {
  const wait: Wait | undefined = waitOf(step)
  return wait && 'workingDays' in wait ? { 'yutu:workingDays': wait.workingDays } : {}
}

const eventProperties = (on: object): Properties => ('event' in on ? { 'yutu:event': on.event } : {})
