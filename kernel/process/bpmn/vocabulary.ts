import { BpmnModdle } from 'bpmn-moddle'

const text = (...names: string[]) => names.map((name) => ({ name, type: 'String', isAttr: true }))
const whole = (...names: string[]) => names.map((name) => ({ name, type: 'Integer', isAttr: true }))

/** What BPMN has no words for, as attributes of its own elements, so that a modeller can show and edit them. */
export const YUTU = {
  name: 'yutu',
  uri: 'urn:yutu:process',
  prefix: 'yutu',
  types: [
    {
      name: 'Node',
      extends: ['bpmn:FlowNode'],
      properties: [
        ...text('titleEn', 'role', 'form', 'writable', 'verbs', 'assignment', 'signers', 'pass', 'otherwise'),
        ...text('need', 'rest', 'split', 'cancels', 'job', 'result', 'event'),
        ...whole('limitDays', 'retries', 'workingDays'),
      ],
    },
    { name: 'Flow', extends: ['bpmn:SequenceFlow'], properties: text('transition', 'titleEn') },
    {
      name: 'Process',
      extends: ['bpmn:Process'],
      properties: [...text('titleEn'), ...whole('version', 'limitDays')],
    },
  ],
}

export const newModdle = (): BpmnModdle => new BpmnModdle({ yutu: YUTU })

/** The start event that stands before the first step; BPMN wants one, a model needs none. */
export const START_EVENT = 'yutu_start'
