import type { BpmnElement } from 'bpmn-moddle'
import type { CoSign, Join, ParallelSplit } from '../model.ts'
import { toFeel } from './expressions.ts'
import { type Reading, refuseElement } from './scope.ts'
import { foreign, text } from './vocabulary.ts'

/** The list a multi-instance marker goes through, as FEEL; none of a marker of another kind. */
export function listOf(loop: BpmnElement): string | undefined {
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined
  const collection = foreign(loop, 'collection') ?? (loop.get('loopDataInputRef') as BpmnElement | undefined)?.id
  return collection && toFeel(collection)
}

/** All, or as many finished instances as another engine asks for; undefined where the condition says anything more. */
export function needOf(loop: BpmnElement): CoSign['need'] | undefined {
  const asked = loop.completionCondition?.body?.trim().replace(/^[$#]\{([\s\S]*)\}$/, '$1')
  if (!asked) return 'all'
  const [, share, sign, number] =
    /^=?\s*(?:nr|number)OfCompletedInstances\s*(\/\s*(?:nr|number)OfInstances)?\s*(==?|>=?)\s*([\d.]+|(?:nr|number)OfInstances)\s*$/.exec(
      asked,
    ) ?? []
  if (number === undefined) return undefined
  if (Number.isNaN(Number(number))) return share || sign === '>' ? undefined : 'all'
  if (share) return sign === '>' ? undefined : { ratio: Number(number) }
  return Number(number) + (sign === '>' ? 1 : 0)
}

/** The list something is done once for each of: one that is named, or a number of them. */
export function eachOf(node: BpmnElement, reading: Reading): string | undefined {
  const loop = node.loopCharacteristics
  if (!loop) return undefined
  const number = /^\d+$/.exec(loop.loopCardinality?.body?.trim() ?? '')?.[0]
  const each = text(node, 'each') ?? listOf(loop) ?? (number && `for item in 1..${number} return item`)
  if (!each) refuseElement(reading, 'loop', node)
  return each
}

/** The marker of an embedded sub-process: its list, and what its join waits for where so many of them are enough. */
export function partLoop(
  node: BpmnElement,
  reading: Reading,
): { split: Pick<ParallelSplit, 'each' | 'inTurn'>; join: Pick<Join, 'need' | 'rest'> } | undefined {
  const each = eachOf(node, reading)
  const need = each === undefined ? undefined : needOf(node.loopCharacteristics!)
  if (each === undefined) return undefined
  const split = { each, ...(node.loopCharacteristics!.isSequential && { inTurn: true as const }) }
  if (need === 'all') return { split, join: {} }
  if (typeof need === 'number') return { split, join: { need, rest: 'cancel' } }
  refuseElement(reading, 'loop', node)
  return undefined
}

export function refuseLoop(node: BpmnElement, reading: Reading): void {
  if (node.loopCharacteristics) refuseElement(reading, 'loop', node)
}
