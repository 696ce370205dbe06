import type { CoSign, Join, Step, TimerEvent, UserTask } from '../model.ts'

/** A step's BPMN type and attributes. Undefined members are left out by the writer. */
export function nodeOf(step: Step): { type: string; properties: Record<string, unknown> } {
  const named = { id: step.id, name: step.title.zh, 'yutu:titleEn': step.title.en }
  const region = 'cancels' in step ? { 'yutu:cancels': step.cancels?.join(' ') } : {}
  const node = (type: string, properties: object = {}) => ({
    type: `bpmn:${type}`,
    properties: { ...named, ...region, ...properties },
  })
  switch (step.kind) {
    case 'userTask':
      return node('UserTask', userProperties(step))
    case 'serviceTask':
      return node('ServiceTask', { 'yutu:job': step.job, 'yutu:retries': step.retries })
    case 'timer':
      return node('IntermediateCatchEvent', timerProperties(step))
    case 'receive':
      return node('IntermediateCatchEvent', { 'yutu:event': step.event })
    case 'join':
      return node(joinType(step), {
        'yutu:split': step.split,
        'yutu:need': step.need?.toString(),
        'yutu:rest': step.rest,
      })
    case 'end':
      return node('EndEvent', { 'yutu:result': step.result })
    default:
      return node(GATEWAYS[step.kind])
  }
}

const GATEWAYS = {
  exclusive: 'ExclusiveGateway',
  inclusive: 'InclusiveGateway',
  split: 'ParallelGateway',
  eventGateway: 'EventBasedGateway',
}

/** n of m has no gateway of its own but the complex one. */
const joinType = (step: Join): string => (step.need === undefined ? 'ParallelGateway' : 'ComplexGateway')

function userProperties(step: UserTask): Record<string, unknown> {
  return {
    'yutu:role': step.role,
    'yutu:form': step.form,
    'yutu:writable': step.writable.join(' '),
    'yutu:verbs': step.verbs.join(' '),
    'yutu:assignment': step.assignment,
    'yutu:limitDays': step.limitDays,
    ...(step.coSign && coSignProperties(step.coSign)),
  }
}

function coSignProperties({ signers, pass, otherwise, need }: CoSign): Record<string, unknown> {
  const needed = typeof need === 'object' ? `ratio ${need.ratio}` : String(need)
  return { 'yutu:signers': signers, 'yutu:pass': pass, 'yutu:otherwise': otherwise, 'yutu:need': needed }
}

const timerProperties = ({ wait }: TimerEvent): Record<string, unknown> =>
  'workingDays' in wait ? { 'yutu:workingDays': wait.workingDays } : {}
