const text = (...names: string[]) => names.map((name) => ({ name, type: 'String', isAttr: true }))
const whole = (...names: string[]) => names.map((name) => ({ name, type: 'Integer', isAttr: true }))

/**
 * What BPMN has no words for, as attributes of its own elements, so that a modeller can show and edit them. A moddle
 * descriptor and nothing else: a page gives it to bpmn-js (`moddleExtensions: { yutu: YUTU }`). Lists are parted by
 * spaces; `inputs` and `outputs` are JSON objects name → FEEL.
 */
export const YUTU = {
  name: 'yutu',
  uri: 'urn:yutu:process',
  prefix: 'yutu',
  types: [
    {
      name: 'Node',
      extends: ['bpmn:FlowNode'],
      properties: [
        ...text('titleEn', 'role', 'form', 'writable', 'required', 'hidden', 'verbs', 'assignment'),
        ...text('signers', 'pass', 'otherwise', 'need', 'onReturn', 'rest', 'split', 'cancels', 'exclusive'),
        ...text(
          'job',
          'result',
          'event',
          'local',
          'decision',
          'decisionVersion',
          'inputs',
          'outputs',
          'each',
          'inTurn',
          'sameEnd',
        ),
        ...whole('limitDays', 'retries', 'workingDays', 'processVersion', 'times'),
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
