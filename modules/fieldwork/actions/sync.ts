import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { Operation } from '../schema.ts'
import { deviceProblem, readDevice } from '../sync/devices.ts'
import { receiveOperations } from '../sync/receive-operations.ts'

/** Takes what a phone has done, as often as it is sent. One transaction: a batch is there whole or not at all. */
export const sync = action({
  verb: 'fieldwork.sync',
  input: Type.Object({
    deviceId: Type.String({ minLength: 8, maxLength: 100 }),
    operations: Type.Array(Operation, { maxItems: 200 }),
  }),
  facts: async ({ trx, person }, { deviceId }) => ({ device: await readDevice(trx, deviceId), person: person.id }),
  refuse: ({ device, person }) => deviceProblem(device, person),
  async handle(context, { deviceId, operations }) {
    return { answers: await receiveOperations({ context, device: deviceId }, operations) }
  },
  audit: ({ deviceId, operations }, { answers }) => ({
    subject: `device:${deviceId}`,
    after: answers.map(({ id, status }, i) => ({ id, kind: operations[i]!.kind, task: operations[i]!.taskId, status })),
  }),
})
