import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { profileOf } from '../profile.ts'

const Words = (most: number) => Type.String({ maxLength: most })
const PHONE = /^[0-9+ -]{5,20}$/

/** 维护我的信息: account, name and organisation are the administrator's. An empty text takes away what was there. */
export const saveProfile = action({
  verb: 'administration.profile.save',
  input: Type.Object({ nickname: Words(40), phone: Words(20), department: Words(60), certificate: Words(40) }),
  facts: ({ trx, person }) => profileOf(trx, person.id),
  refuse: (_before, { phone }) =>
    phone === '' || PHONE.test(phone) ? undefined : invalid('administration.profile.save.phone', { phone }),
  async handle({ trx, person }, { nickname, phone, department, certificate }) {
    await sql`update person set nickname = nullif(${nickname}, ''), phone = nullif(${phone}, ''),
      department = nullif(${department}, ''), certificate = nullif(${certificate}, '') where id = ${person.id}`.execute(
      trx,
    )
    return profileOf(trx, person.id)
  },
  audit: (after, _result, before) => ({ subject: `login:${before.login}`, before, after }),
})
