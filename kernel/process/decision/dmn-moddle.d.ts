/** The library ships no types: the elements that are read here. */
declare module 'dmn-moddle' {
  type Text = { text?: string }

  export type DmnDecision = {
    $type: string
    id: string
    name?: string
    knowledgeRequirement?: { requiredKnowledge?: { href?: string } }[]
    encapsulatedLogic?: { formalParameter?: { name: string }[]; body?: Text & { $type: string } }
    decisionLogic?: { $type: string; text?: string } & DmnTable
  }

  export type DmnTable = {
    hitPolicy?: string
    aggregation?: string
    input?: { id: string; label?: string; inputExpression?: Text & { typeRef?: string }; inputValues?: Text }[]
    output?: { id: string; name?: string; label?: string; outputValues?: Text; defaultOutputEntry?: Text }[]
    annotation?: { name?: string }[]
    rule?: {
      id?: string
      description?: string
      inputEntry?: Text[]
      outputEntry?: Text[]
      annotationEntry?: Text[]
    }[]
  }

  export type DmnDefinitions = { drgElement?: DmnDecision[] }

  export class DmnModdle {
    create(type: string, properties: Record<string, unknown>): Record<string, unknown>
    toXML(element: Record<string, unknown>, options?: { format?: boolean }): Promise<{ xml: string }>
    /** What has an `error` was left out of the result. */
    fromXML(xml: string): Promise<{ rootElement: DmnDefinitions; warnings: { message: string; error?: Error }[] }>
  }
}
