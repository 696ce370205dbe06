/// <reference lib="webworker" />
import { overlayOn } from '../ground/overlay-on.ts'
import { Damaged } from './download.ts'
import { fetchEdition, NotServed, removeFolders } from './fetch-edition.ts'
import { featuresAt, featuresInBox, findIn, usePackages } from './open-packages.ts'
import type { Asked, PackageQuestions, Told } from './worker-api.ts'

const worker = self as unknown as DedicatedWorkerGlobalScope
const tell = (told: Told) => worker.postMessage(told)

type Answers = { [N in keyof PackageQuestions]: (number: number, ...given: Parameters<PackageQuestions[N]>) => Promise<ReturnType<PackageQuestions[N]>> } // biome-ignore format: one row

const answers: Answers = {
  fetch: (number, edition, kept) => fetchEdition(edition, kept, (progress) => tell({ number, progress })),
  use: (_, editions) => usePackages(editions),
  at: (_, place) => featuresAt(place),
  inBox: (_, box, layers, limit) => featuresInBox(box, layers, limit),
  overlay: (_, shape, layers, beside) => overlayOn(shape, layers, beside),
  find: (_, text, place, radius, under) => findIn(text, place, radius, under),
  remove: (_, folders) => removeFolders(folders),
}

worker.onmessage = async ({ data: { number, name, given } }: MessageEvent<Asked>) => {
  try {
    const answer = await (answers[name] as (number: number, ...given: unknown[]) => Promise<unknown>)(number, ...given)
    tell({ number, answer })
  } catch (error) {
    tell({ number, ...told(error) })
  }
}

function told(error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof NotServed) return { problem: error.problem, message }
  if (error instanceof Damaged) return { problem: { code: 'field.package.damaged', status: 422, params: {} }, message }
  if ((error as DOMException)?.name === 'QuotaExceededError')
    return { problem: { code: 'field.package.full', status: 507, params: {} }, message }
  return { problem: null, message }
}
