import { query } from '../../../../kernel/http/action.ts'
import { planPackage } from '../plan.ts'
import { Choice } from '../schema.ts'

/** What a choice would come to, before anything is made: how much is on the ground and about how many bytes. */
export const planOfPackage = query({
  name: 'fieldwork.package.plan',
  input: Choice,
  async handle(context, choice) {
    const { title, boxes, features, pictures, bytes } = await planPackage(context, choice)
    return { title, boxes, features, pictures, bytes }
  },
})
