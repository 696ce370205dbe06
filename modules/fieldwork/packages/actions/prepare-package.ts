import { action } from '../../../../kernel/http/action.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { invalid } from '../../../../kernel/problems/problem.ts'
import { planPackage } from '../plan.ts'
import { Choice } from '../schema.ts'
import { addPackage, markPackage, packageWith } from '../store.ts'

/** More would not lie in the memory of the server that makes it, nor on most phones. */
const MOST_FEATURES = 300_000
const MOST_PICTURES = 20_000

/**
 * Asks for an offline package. The same choice over the same content is the same package: then nothing is made, and the phone
 * has nothing to download.
 */
export const preparePackage = action({
  verb: 'fieldwork.package.prepare',
  input: Choice,
  async facts(context, choice) {
    const plan = await planPackage(context, choice)
    return { plan, known: await packageWith(context.trx, context.person.id, plan.fingerprint) }
  },
  refuse({ plan: { features, pictures } }) {
    if (features > MOST_FEATURES) return invalid('fieldwork.package.too-many', { features, most: MOST_FEATURES })
    if (pictures > MOST_PICTURES)
      return invalid('fieldwork.package.too-many-pictures', { pictures, most: MOST_PICTURES })
    return undefined
  },
  async handle(context, choice, { plan, known }) {
    if (known && known.state !== 'failed') return { packageId: known.id, isNew: false }
    const id = known?.id ?? newId()
    const { title, ground, areas, fingerprint } = plan
    await addPackage(context.trx, { id, person: context.person.id, choice, title, ground, areas, fingerprint, now: context.now }) // biome-ignore format: one row
    if (known) await markPackage(context.trx, id, 'making')
    await context.startJob({ name: 'fieldwork.package.make', subject: `fieldPackage:${id}`, input: { packageId: id } })
    return { packageId: id, isNew: true }
  },
  audit: (choice, { packageId }, { plan: { title, features } }) => ({
    subject: `fieldPackage:${packageId}`,
    after: { ...choice, title, features },
  }),
})
