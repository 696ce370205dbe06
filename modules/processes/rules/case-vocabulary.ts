const text = (...names: string[]) => names.map((name) => ({ name, type: 'String', isAttr: true }))

const whole = (...names: string[]) => names.map((name) => ({ name, type: 'Integer', isAttr: true }))

/** What running a process as cases needs beyond the model, as attributes of the BPMN elements it belongs to. */
export const CASE = {
  name: 'case',
  uri: 'urn:yutu:case',
  prefix: 'case',
  types: [
    {
      name: 'Process',
      extends: ['bpmn:Process'],
      properties: [
        ...text('business', 'numbers', 'filingForm', 'filingWritable', 'escalateTo', 'escalateAfter'),
        ...text('clockStep', 'clockWay', 'extensionRole'),
        ...whole('clockDeemedAfter', 'extensionDays', 'extensionTimes'),
      ],
    },
    /**
     * separateFrom: steps, parted by spaces, whose actors may not do this one (职责分离). escalateTo: the role that hears of
     * a task so many working days overdue. signed: «true» where whoever does it signs by hand. handledBy: the field of the
     * case that names the organisation whose task it is.
     */
    {
      name: 'Node',
      extends: ['bpmn:FlowNode'],
      properties: text('separateFrom', 'escalateTo', 'escalateAfter', 'signed', 'handledBy'),
    },
  ],
}
