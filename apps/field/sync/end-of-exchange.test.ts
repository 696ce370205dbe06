import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProblemError, unreachable } from '../../ui/problem.ts'
import { problemOfExchange, stateAfter } from './end-of-exchange.ts'

const after = (error: unknown) => stateAfter(problemOfExchange(error))

test('offline is said only where there is no way to the server; a fault is told as one', () => {
  assert.equal(after(unreachable('fieldwork.sync')), 'cut')
  assert.equal(after(new ProblemError('web.server.fault', 503)), 'cut')
  assert.equal(after(new ProblemError('web.server.fault', 500)), 'failed')
  assert.equal(
    after(new ProblemError('service.stopped', 503)),
    'failed',
    'with the reason, not as if there were no way',
  )
  assert.equal(after(new TypeError('cannot read')), 'failed')
  assert.equal(after(new ProblemError('identity.session.none', 401)), 'signedOut')
  assert.equal(after(new ProblemError('fieldwork.device.revoked', 403)), 'revoked')
})

test('a full phone is told as a full phone', () => {
  const full = problemOfExchange(new DOMException('full', 'QuotaExceededError'))
  assert.equal(full.code, 'field.storage.full')
})
