import { Type } from '@sinclair/typebox'
import { takeNumber } from '../../../kernel/documents/numbers.ts'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { isArea } from '../../casework/api.ts'
import { Land, readLand, wholeLand } from '../../compliance/api.ts'
import { addProject } from '../projects.ts'
import { serialPattern, withCheckDigit } from '../rules/project-code.ts'
import { AreaCode, CreditCode, Name } from '../schema.ts'

/** 统一赋码: the project gets the one code it keeps from 预审 to 验收. `industry`: division of GB/T 4754, two digits. */
export const registerProject = action({
  verb: 'approvals.project.register',
  input: Type.Object({
    name: Name,
    ownerName: Name,
    ownerCode: Type.Optional(CreditCode),
    industry: Type.String({ pattern: '^[0-9]{2}$' }),
    areaCode: AreaCode,
    /** 投资项目统一代码 «2020-610799-48-01-123456», where the project has one */
    investmentCode: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}$' })),
    land: Type.Optional(Land),
  }),
  facts: async ({ trx }, { areaCode }) => ({ isArea: await isArea(trx, areaCode) }),
  scope: (_facts, { areaCode: area }) => ({ area }),
  refuse: ({ isArea }, { areaCode: area }) =>
    isArea ? undefined : invalid('casework.case.file.unknown-area', { area }),
  handle: async (context, { industry, areaCode, land, ...named }) => {
    const { trx, person, now } = context
    const year = Number(dayOf(now).slice(0, 4))
    const place = { year, area: areaCode.slice(0, 6) }
    const code = withCheckDigit(await takeNumber(trx, serialPattern(industry), place, 'project', now))
    const scope = land && wholeLand(await readLand(context, land))
    const { name, ownerName, ownerCode = null, investmentCode = null } = named
    await addProject(trx, { code, name, ownerName, ownerCode, investmentCode, area: areaCode, scope }, person.id, now)
    return { code }
  },
  audit: ({ name, ownerName, areaCode }, { code }) => ({
    subject: `project:${code}`,
    after: { name, ownerName, areaCode },
  }),
})

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const dayOf = (now: Date) => days.format(now)
