import { Type } from '@sinclair/typebox'
import { endSignature, keepSignature, ownSignature } from '../../../kernel/cases/talk/signatures.ts'
import { action, query } from '../../../kernel/http/action.ts'

/** 留存签名: one's own, with consent; the audit keeps that it was given, not the drawing. */
export const keepOwnSignature = action({
  verb: 'casework.signature.keep',
  input: Type.Object({
    path: Type.String({ minLength: 1, maxLength: 20_000 }),
    width: Type.Integer({ minimum: 1, maximum: 4000 }),
    height: Type.Integer({ minimum: 1, maximum: 4000 }),
    consent: Type.Literal(true),
  }),
  handle: async (context, { consent: _, ...drawn }) => ({ id: await keepSignature(context, drawn) }),
  audit: (_input, { id }) => ({ subject: `signature:${id}`, after: { consent: true } }),
})

/** Consent taken back; what was signed before stays signed. */
export const endOwnSignature = action({
  verb: 'casework.signature.end',
  input: Type.Object({}),
  facts: (context) => ownSignature(context),
  handle: (context) => endSignature(context),
  audit: (_input, _result, own) => ({ subject: `signature:${own?.id ?? 'none'}` }),
})

/** The reader's own, if they have kept one. */
export const viewOwnSignature = query({
  name: 'casework.signature.own',
  input: Type.Object({}),
  handle: async (context) => ({ signature: (await ownSignature(context)) ?? null }),
})
