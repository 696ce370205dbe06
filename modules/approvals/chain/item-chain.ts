import { Type } from '@sinclair/typebox'
import { today } from '../../../kernel/cases/limits.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { query } from '../../../kernel/http/action.ts'
import { indicators } from '../../compliance/api.ts'
import { openDesigns } from '../../processes/api.ts'
import { readItem } from '../items/store.ts'
import { organisationNames } from '../organisations.ts'
import { checkChain } from '../rules/chain.ts'
import { ItemCode } from '../schema.ts'
import { chainPeople, chainRules, chainSharing, chainStanding } from './chain-facts.ts'

/** 事项全链条 (XX056, XX066): everything an item rests on from acceptance to sharing, each in the version in force, and what is missing. */
export const itemChain = query({
  name: 'approvals.item.chain',
  input: Type.Object({ code: ItemCode }),
  handle: async ({ trx, now }, { code }) => {
    const item = await readItem(trx, code)
    const process = await readProcess(trx, item.process)
    const form = process.filing ? await readForm(trx, process.filing.form) : null
    const { holders, cosigners } = await chainPeople(trx, process.business, item.cosigners)
    const rules = await chainRules(trx, item.rules ?? [])
    const sharing = await chainSharing(trx, code)
    const names = new Map((await organisationNames(trx)).map((one) => [one.code, one.name]))
    const findings = checkChain({
      ...{ item, process, form, holders, cosigners, dead: sharing.dead },
      rules: new Map(rules.map(({ key, asks }) => [key, asks])),
      mapFacts: indicators.map(({ name }) => name),
    })
    return {
      ...{ item, rules, sharing, findings },
      // What the model looks up on the map: those indicators some rule of the item asks for.
      indicators: indicators
        .filter(({ name }) => rules.some(({ asks }) => asks.includes(name)))
        .map(({ title }) => title),
      process: { key: process.key, version: process.version, title: process.title, numbers: process.numbers },
      steps: process.steps.flatMap((step) =>
        step.kind === 'userTask'
          ? [
              {
                id: step.id,
                title: step.title,
                role: step.role,
                limitDays: step.limitDays ?? null,
                people: holders.get(step.role) ?? 0,
                signed: (process.signed ?? []).includes(step.id),
              },
            ]
          : [],
      ),
      ends: process.steps.flatMap((step) => (step.kind === 'end' ? [{ id: step.id, title: step.title }] : [])),
      extension: process.extension ?? null,
      form: form && { key: form.key, version: form.version, title: form.title, fields: form.fields.length },
      cosigners: item.cosigners.map((section) => ({
        code: section,
        name: names.get(section) ?? section,
        people: cosigners.get(section) ?? 0,
      })),
      organisation: names.get(item.organisation) ?? null,
      designs: await openDesigns(trx, process.key, item.rules ?? []),
      standing: await chainStanding(trx, code, today(now)),
    }
  },
})
