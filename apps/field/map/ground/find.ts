import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import type { Found } from '../../../../modules/fieldwork/packages/rules/finding.ts'
import { areaToDegrees, areaToPlane, placeToDegrees, placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { ask } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { askWorker } from '../packages/ask-worker.ts'
import type { LayerFeature } from '../packages/worker-api.ts'
import { featuresOf } from './ground-in.ts'

/** `from` says where the answer comes from: the server knows all, the packages what they hold. Degrees. */
export type Answer<T> = { rows: T[]; from: 'server' | 'packages' }

export type Question = { text?: string; place?: Position | null; radius?: number; under?: MultiPolygon }

/** By number or name, round a place, or under a shape (degrees): of the server, without a network of the packages. */
export async function find({ text, place, radius = 500, under }: Question): Promise<Answer<Found>> {
  const asked = {
    ...(text ? { text } : {}),
    ...(place ? { place: place.join(), radius } : {}),
    ...(under ? { shape: under[0]![0]!.map((each) => each.join()).join(';') } : {}),
  }
  return orFromPackages(
    async () => (await ask<AnswerOf<'fieldwork.ground.find'>>('fieldwork.ground.find', asked)).rows as Found[],
    async () => {
      const [at, shape] = [place ? placeToPlane(place) : null, under ? areaToPlane(under) : null]
      const found = await askWorker('find', [text ?? null, at, radius, shape])
      return found.map((each) => ({ ...each, at: each.at && placeToDegrees(each.at), geometry: each.geometry && areaToDegrees(each.geometry) })) // biome-ignore format: one row
    },
  )
}

/** 穿透查询 at a place (degrees): every layer that has something there. Packages answer at once; the server where they hold nothing. */
export async function identify(place: Position): Promise<Answer<LayerFeature>> {
  const kept = await askWorker('at', [placeToPlane(place)]).catch(() => [])
  if (kept.length > 0) return { rows: kept, from: 'packages' }
  const { found } = await ask<AnswerOf<'onemap.identify'>>('onemap.identify', { place: place.join() })
  return { rows: featuresOf(found), from: 'server' }
}

async function orFromPackages<T>(server: () => Promise<T[]>, packages: () => Promise<T[]>): Promise<Answer<T>> {
  try {
    return { rows: await server(), from: 'server' }
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 0) throw error
    return { rows: await packages(), from: 'packages' }
  }
}
