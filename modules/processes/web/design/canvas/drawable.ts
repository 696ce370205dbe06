/** An element of ours: how it is called in the texts (`processes.draw.<name>`), and what it is in BPMN. */
export type Drawable = { name: string; icon: string; shape: Kind }
type Kind = { type: string; eventDefinitionType?: string; isExpanded?: true }

const event = (name: string, type: string, definition: string | undefined, icon: string): Drawable => ({
  name,
  icon: `bpmn-icon-${icon}`,
  shape: {
    type: `bpmn:${type}`,
    ...(definition !== undefined && { eventDefinitionType: `bpmn:${definition}EventDefinition` }),
  },
})

const node = (name: string, type: string, icon: string): Drawable => event(name, type, undefined, icon)

/** Only what can be run; anything else of BPMN cannot be drawn here. */
export const drawables: Drawable[] = [
  node('userTask', 'UserTask', 'user-task'),
  node('serviceTask', 'ServiceTask', 'service-task'),
  node('decision', 'BusinessRuleTask', 'business-rule-task'),
  node('subCase', 'CallActivity', 'call-activity'),
  { name: 'part', icon: 'bpmn-icon-subprocess-expanded', shape: { type: 'bpmn:SubProcess', isExpanded: true } },
  node('exclusive', 'ExclusiveGateway', 'gateway-xor'),
  node('parallel', 'ParallelGateway', 'gateway-parallel'),
  node('inclusive', 'InclusiveGateway', 'gateway-or'),
  node('race', 'EventBasedGateway', 'gateway-eventbased'),
  event('timer', 'IntermediateCatchEvent', 'Timer', 'intermediate-event-catch-timer'),
  event('receive', 'IntermediateCatchEvent', 'Message', 'intermediate-event-catch-message'),
  event('condition', 'IntermediateCatchEvent', 'Conditional', 'intermediate-event-catch-condition'),
  event('throw', 'IntermediateThrowEvent', 'Signal', 'intermediate-event-throw-signal'),
  node('end', 'EndEvent', 'end-event-none'),
  event('terminate', 'EndEvent', 'Terminate', 'end-event-terminate'),
]

export const drawable = (name: string): Drawable => drawables.find((one) => one.name === name)!
