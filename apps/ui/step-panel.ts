import type { CaseView, TaskView } from './case-view.ts'
import type { MapHandle } from './map/map-handle.ts'

/** What a module's step panel is given: the case, the open task of this step, and the map beside it. */
export type StepPanelProps = {
  case: CaseView
  task: TaskView
  map: MapHandle | null
  /** Call after an act that moves the case: asks everything again and leaves the closed task. */
  onDone: () => void
}
