import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { callOptions, newQueryClient } from './queries.ts'

test('What a caller does on success happens though the page is asked again and its button is gone before the answer', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => Response.json({ designId: 'd1' }))
  const client = newQueryClient()
  // A list on screen whose next answer never comes.
  const list = new QueryObserver(client, { queryKey: ['list'], queryFn: () => new Promise(() => {}), initialData: 1 })
  const leaveList = list.subscribe(() => {})
  const button = new MutationObserver(client, callOptions<{ designId: string }>(client, 'processes.design.start'))
  const leaveButton = button.subscribe(() => {})
  const went = Promise.withResolvers<string>()
  button.mutate({}, { onSuccess: ({ designId }) => went.resolve(designId) }).catch(went.reject)
  assert.equal(await went.promise, 'd1')
  assert.equal(client.isFetching(), 1, 'the list is being asked again meanwhile')
  leaveButton()
  leaveList()
  client.clear()
})
