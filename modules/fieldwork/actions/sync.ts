import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { protocolProblem } from '../rules/upcast.ts'
import { ClockMeasure, Operation } from '../schema.ts'
import { readDevice, strangerProblem } from '../sync/devices.ts'
import { receiveOperations } from '../sync/receive-operations.ts'

/** Pages before protocol 4 did not say what they speak; their acts are read alike. */
const UNSAID = 3

/**
 * Takes what a phone has done, as often as it is sent. One transaction: a batch is there whole or not at all. What a revoked
 * phone still holds is kept and not done; `erase` tells it to erase itself when it has nothing left to send.
 */
export const sync = action({
  verb: 'fieldwork.sync',
  input: Type.Object({
    deviceId: Type.String({ minLength: 8, maxLength: 100 }),
    protocol: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    operations: Type.Array(Operation, { maxItems: 200 }),
    /** the phone's clock as it has just measured it */
    clock: Type.Optional(ClockMeasure),
  }),
  facts: async ({ trx, person }, { deviceId }) => ({ device: await readDevice(trx, deviceId), person: person.id }),
  refuse: ({ device, person }, { protocol = UNSAID }) => protocolProblem(protocol) ?? strangerProblem(device, person),
  async handle(context, { deviceId, protocol = UNSAID, operations, clock }, facts) {
    const isRevoked = facts.device?.revokedAt != null
    const answers = await receiveOperations({ context, device: deviceId, protocol, isRevoked, clock }, operations)
    return { answers, ...(isRevoked && { erase: true }) }
  },
  audit: ({ deviceId, operations }, { answers }) => ({
    subject: `device:${deviceId}`,
    after: answers.map(({ id, status }, i) => ({ id, kind: operations[i]!.kind, task: operations[i]!.taskId, status })),
  }),
})
