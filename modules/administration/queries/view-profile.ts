import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { profileOf, sessionsOf } from '../profile.ts'

/** 我的信息: one's own, with where one is signed in. */
export const viewProfile = query({
  name: 'administration.profile.view',
  input: Type.Object({}),
  handle: async ({ trx, person, now }) => ({
    ...(await profileOf(trx, person.id)),
    sessions: await sessionsOf(trx, person.id, now),
  }),
})
