/** The library ships no types for its entry point: the elements that are read and written here. */
declare module 'bpmn-moddle' {
  export type BpmnElement = {
    $type: string
    /** attributes of namespaces nobody described */
    $attrs?: unknown
    id: string
    name?: string
    get(property: string): unknown
    flowElements?: BpmnElement[]
    rootElements?: BpmnElement[]
    artifacts?: BpmnElement[]
    laneSets?: BpmnElement[]
    sourceRef?: BpmnElement
    targetRef?: BpmnElement
    attachedToRef?: BpmnElement
    cancelActivity?: boolean
    triggeredByEvent?: boolean
    isInterrupting?: boolean
    conditionExpression?: { body?: string }
    condition?: { body?: string }
    $parent?: BpmnElement
    eventDefinitions?: BpmnElement[]
    loopCharacteristics?: BpmnElement
    messageRef?: BpmnElement
    signalRef?: BpmnElement
    errorRef?: BpmnElement & { errorCode?: string }
    escalationRef?: BpmnElement & { escalationCode?: string }
    calledElement?: string
    timeDuration?: { body?: string }
    timeDate?: { body?: string }
    timeCycle?: { body?: string }
    isSequential?: boolean
    loopCardinality?: { body?: string }
    completionCondition?: { body?: string }
    isForCompensation?: boolean
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    create(type: string, properties?: Record<string, unknown>): BpmnElement
    fromXML(xml: string): Promise<{ rootElement: BpmnElement; warnings: { message: string }[] }>
    toXML(element: BpmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
