import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built console at /, the phone page at /field/; any other address is the console's own, told by its router. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    setHeaders: (reply, path) => {
      const lasting = path.includes(`${join('/', 'assets')}`)
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/')) {
      return reply.code(404).type('application/problem+json').send({ code: 'kernel.no-such-address', status: 404 })
    }
    const isField = /^\/field(?=[/?]|$)/.test(request.url) && existsSync(join(folder, 'field', 'index.html'))
    return reply.sendFile(isField ? 'field/index.html' : 'index.html')
  })
}
