import { Type } from '@sinclair/typebox'
import { action } from '../../../../kernel/http/action.ts'
import { conflict, notFound } from '../../../../kernel/problems/problem.ts'
import { templateProblem } from '../rules/check-template.ts'
import { TemplateContent } from '../schema.ts'
import { publishTemplate as publish, versionsOf } from '../store.ts'

/**
 * 发布举证模板: a new version for tasks opened from now on; those under way keep theirs. `from`: the version it was drawn up from, so that two
 * people do not publish over each other.
 */
export const publishTemplate = action({
  verb: 'fieldwork.template.publish',
  input: Type.Object({
    template: TemplateContent,
    from: Type.Integer({ minimum: 1 }),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  facts: async ({ trx }, { template }) => ({ newest: (await versionsOf(trx, template.business))[0]?.template }),
  refuse({ newest }, { template, from }) {
    if (!newest) return notFound('fieldwork.template.unknown', { business: template.business })
    if (newest.version !== from) return conflict('fieldwork.template.publish.moved', { version: newest.version })
    return templateProblem(template)
  },
  async handle({ trx, person, now }, { template, note }) {
    const version = await publish(trx, { ...template, version: 0 }, { person: person.id, note: note ?? null }, now)
    return { business: template.business, version }
  },
  audit: ({ template, note }, { version }, { newest }) => ({
    subject: `fieldTemplate:${template.business}`,
    before: newest,
    after: { ...template, version, note },
  }),
})
