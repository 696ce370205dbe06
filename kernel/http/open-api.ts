import { type Module, pathOf } from './action.ts'

const PROBLEM = {
  type: 'object',
  required: ['code', 'status'],
  properties: { code: { type: 'string' }, status: { type: 'integer' }, params: { type: 'object' } },
}

/** OpenAPI 3.1 of every action and query; TypeBox schemas are JSON Schema already. */
export function openApi(modules: readonly Module[]) {
  const answers = {
    200: { description: 'OK' },
    default: { description: 'Problem (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM } } },
  }
  const paths: Record<string, object> = {}
  for (const { name, actions, queries } of modules) {
    for (const { verb, input } of actions) {
      const requestBody = { required: true, content: { 'application/json': { schema: input } } }
      paths[pathOf(verb)] = { post: { operationId: verb, tags: [name], requestBody, responses: answers } }
    }
    for (const { name: id, input, path } of queries) {
      const address = (path ?? pathOf(id)).replace(/:(\w+)/g, '{$1}')
      paths[address] = {
        get: { operationId: id, tags: [name], parameters: parametersOf(input, path), responses: answers },
      }
    }
  }
  return { openapi: '3.1.0', info: { title: 'Yutu 舆图', version: '0.1.0' }, paths }
}

function parametersOf(input: { properties?: Record<string, object>; required?: string[] }, path = '') {
  return Object.entries(input.properties ?? {}).map(([name, schema]) => {
    const inPath = new RegExp(`:${name}\\b`).test(path)
    return { name, in: inPath ? 'path' : 'query', required: inPath || (input.required ?? []).includes(name), schema }
  })
}
