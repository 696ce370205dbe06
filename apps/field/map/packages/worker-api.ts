import type { Box, MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import type { AreaRow, Areas } from '../../../../kernel/overlay/area-row.ts'
import type { Problem } from '../../../../kernel/problems/problem.ts'
import type { Found } from '../../../../modules/fieldwork/packages/rules/finding.ts'
import type { ReferenceFeature } from '../../../../modules/fieldwork/packages/rules/reference/layout.ts'
import type { Difference } from '../../../../modules/fieldwork/rules/differences.ts'
import type { Progress } from './download.ts'
import type { Edition } from './kept-package.ts'

export type LayerFeature = ReferenceFeature & { layer: string }
export type OverlayAnswer = {
  total: Areas
  rows: AreaRow[]
  /** layers that nothing on this phone holds for all of the shape */
  missing: string[]
  /** where business data and the third survey do not go together; null: no survey is held */
  differences: Difference[] | null
}
/** What came with a task: features of some layers, whole on this ground; metres. */
export type Beside = { ground: MultiPolygon; layers: string[]; features: LayerFeature[] }

/** What the worker does for the page; metres of EPSG:4524. */
export type PackageQuestions = {
  /** Fetches an edition into its folder, and proves that it is what the manifest says. */
  fetch(edition: Edition, kept: Edition | null): Progress
  /** Which packages the following questions are asked of. */
  use(editions: Edition[]): string[]
  at(place: Position): LayerFeature[]
  inBox(box: Box, layers: readonly string[] | null, limit: number): LayerFeature[]
  overlay(shape: MultiPolygon, layers: readonly string[], beside: Beside | null): OverlayAnswer
  find(text: string | null, place: Position | null, radius: number, under: MultiPolygon | null): Found[]
  remove(folders: readonly string[]): void
}

export type Asked = { number: number; name: keyof PackageQuestions; given: unknown[] }
export type Told =
  | { number: number; progress: Progress }
  | { number: number; answer: unknown }
  | { number: number; problem: Problem | null; message: string }
