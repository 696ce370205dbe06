import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { JobRun } from '../../../../kernel/jobs/job.ts'
import type { LayerDefinition } from '../../../../kernel/layers/definition.ts'
import type { Feature } from '../../../../kernel/layers/feature.ts'
import { readFeatures } from '../../../../kernel/layers/read-features.ts'

/** Features a statement: short enough not to hold up others on the embedded engine. */
const PAGE = 1000

/** All features of a layer on the ground, as far as the areas reach. */
export async function* featuresOn(
  run: Pick<JobRun<unknown>, 'transaction' | 'stopIfCancelled'>,
  { name }: LayerDefinition,
  within: MultiPolygon,
  areas: readonly string[],
): AsyncGenerator<Feature> {
  let after: number | undefined
  for (;;) {
    await run.stopIfCancelled()
    const page = await run.transaction((trx) => readFeatures(trx, name, { within, areas, limit: PAGE, after }))
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}
