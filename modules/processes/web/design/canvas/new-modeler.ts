import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import Modeler from 'bpmn-js/lib/Modeler'
import { YUTU } from '../../../../../kernel/process/bpmn/yutu-descriptor.ts'
import { CASE } from '../../../rules/case-vocabulary.ts'
import { Around } from './around.ts'
import { BesideArrow } from './beside-arrow.ts'
import { ContextPad } from './context-pad.ts'
import { OffArrows } from './off-arrows.ts'
import { Outcomes } from './outcomes.ts'

/** The library's own sentences that people come to see. */
const SENTENCES: Record<string, string> = {
  'Search in diagram': 'processes.canvas.search',
  'element required': 'processes.canvas.broken',
}

/** The library's key for its menu of other kinds would offer what cannot be run. */
class NoReplacing {
  static $inject = ['eventBus']
  constructor(eventBus: { on(event: string, heard: (event: { action: string }) => false | undefined): void }) {
    eventBus.on('editorActions.allowed', ({ action }) => (action === 'replaceElement' ? false : undefined))
  }
}

/** `say`: a text by its key. The library's palette and menus are replaced by ours, which know only what can be run. */
export function newModeler(container: HTMLElement, say: (key: string) => string): Modeler {
  return new Modeler({
    container,
    moddleExtensions: { yutu: YUTU, case: CASE },
    say,
    additionalModules: [
      {
        __init__: ['outcomes', 'around', 'besideArrow', 'offArrows', 'noReplacing'],
        noReplacing: ['type', NoReplacing],
        around: ['type', Around],
        besideArrow: ['type', BesideArrow],
        offArrows: ['type', OffArrows],
        outcomes: ['type', Outcomes],
        contextPadProvider: ['type', ContextPad],
        paletteProvider: ['value', {}],
        translate: ['value', (text: string) => (SENTENCES[text] ? say(SENTENCES[text]) : text)],
      },
    ],
  } as ConstructorParameters<typeof Modeler>[0])
}
