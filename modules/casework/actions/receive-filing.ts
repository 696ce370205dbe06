import { Type } from '@sinclair/typebox'
import { receiveFiling as receive } from '../../../kernel/cases/upstream.ts'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { isArea } from '../filing-facts.ts'
import { Id } from '../schema.ts'
import { GeoJsonArea, readScope } from '../scope.ts'

/** Automatic filing by another system, once by its number there; what cannot be filed is answered with the reason and kept. */
export const receiveFiling = action({
  verb: 'casework.filing.receive',
  input: Type.Object({
    source: Type.String({ minLength: 1, maxLength: 60 }),
    key: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    process: Type.String({ minLength: 1, maxLength: 100 }),
    title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    areaCode: Type.String({ pattern: '^[0-9]{2,19}$' }),
    organisation: Type.Optional(Id),
    scope: Type.Optional(GeoJsonArea),
    data: Type.Record(Type.String(), Type.Unknown()),
  }),
  facts: ({ trx }, { areaCode }) => isArea(trx, areaCode),
  scope: (_isArea, { areaCode }) => ({ area: areaCode }),
  refuse: (isKnown, { areaCode }) =>
    isKnown ? undefined : invalid('casework.case.file.unknown-area', { area: areaCode }),
  handle: (context, { source, key, process, scope, ...request }) =>
    receive(context, { source, key, process, request: { ...request, scope: scope && readScope(scope) } }),
  audit: ({ source, key, process }, { id, number, problem }) => ({
    subject: `filing:${id}`,
    after: { source, key, process, number, problem: problem?.code },
  }),
})
