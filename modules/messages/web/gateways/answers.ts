import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type Gateways = AnswerOf<'messages.gateway.list'>
export type Gateway = Gateways['gateways'][number]
export type Push = Gateways['pushes'][number]
