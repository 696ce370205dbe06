import type { Position } from '../../../../kernel/geometry/types.ts'
import type { Problem } from '../../../../kernel/problems/problem.ts'

/** Where a fault is mended: the part of the task's page, and what there. `patch` counts from 1. */
export type Place = { tab: 'patches' | 'form' | 'photos'; patchId?: string; field?: string; kind?: string }

/** What keeps a task from being handed in. `stand`: where a photo that would help is taken, metres and degrees (EPSG:4524). */
export type Finding = {
  code: string
  params: Record<string, string | number>
  place: Place
  stand?: { position: Position; azimuth: number }
}

export const problemOf = ({ code, params }: Finding, others: number): Problem => ({
  code,
  status: 422,
  params: { ...params, others },
})
