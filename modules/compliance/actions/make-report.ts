import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { presentInstant } from '../../../kernel/layers/present-instant.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { examine } from '../examine.ts'
import { areaOfLand } from '../land-area.ts'
import { Land, readLand } from '../read-land.ts'
import { questions } from '../rules/control-rules.ts'
import { storeReport } from '../store-report.ts'

/** 合规性审查: any land against the land-use map, every control line and the approvals, in one request. */
export const makeReport = action({
  verb: 'compliance.report.make',
  input: Type.Object({ title: Type.String({ minLength: 1, maxLength: 100 }), land: Land }),
  facts: async (context, { land }) => {
    const read = await readLand(context, land)
    const asOf = await presentInstant(context.trx, Object.keys(questions), context.now)
    return { ...read, asOf, area: await areaOfLand(context.trx, read.ranges, asOf) }
  },
  scope: ({ area }) => (area === undefined ? {} : { area }),
  refuse: ({ area }) => (area === undefined ? invalid('compliance.report.make.outside') : undefined),
  async handle({ trx, person, now }, { title, land }, { source, sourceName, ranges, notes, asOf, area }) {
    const examination = await examine(trx, ranges, asOf, dayOf(now))
    const stored = await storeReport(trx, {
      ...{ title, source, sourceName, caseId: land.source === 'case' ? land.caseId : null },
      ...{ area: area!, asOf, ranges, notes, examination, by: person.id, now },
    })
    return { ...stored, conclusion: examination.conclusion }
  },
  audit: ({ title }, { reportId, conclusion }, { source, sourceName, asOf }) => ({
    subject: `report:${reportId}`,
    after: { title, source, sourceName, asOf, conclusion },
  }),
})

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
/** Approvals end with a day of Beijing time. */
const dayOf = (now: Date) => days.format(now)
