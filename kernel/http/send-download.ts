import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FileStore } from '../files/file-store.ts'
import type { Download } from './action.ts'

type Answering = { request: FastifyRequest; reply: FastifyReply; files: FileStore }

/** Sends what a query has answered; nothing that may be large lies in memory. */
export async function sendDownload({ request, reply, files }: Answering, download: Download): Promise<FastifyReply> {
  const { mediaType, fileName, cacheSeconds } = download
  const size = 'stored' in download ? await files.sizeOf(download.stored) : 0
  reply.type(mediaType).header('cache-control', cacheSeconds ? `private, max-age=${cacheSeconds}` : 'no-store')
  if (fileName) reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
  if ('stored' in download) return sendStored({ request, reply, files }, download.stored, size)
  if ('pieces' in download) return reply.send(Readable.from(download.pieces, { objectMode: false }))
  const { buffer, byteOffset, byteLength } = download.bytes
  return reply.send(Buffer.from(buffer, byteOffset, byteLength))
}

/** The whole, or the range asked for (RFC 9110 §14): what broke off goes on where it was, as long as it is the same file. */
function sendStored({ request, reply, files }: Answering, digest: string, size: number): FastifyReply {
  const tag = `"${digest}"`
  reply.header('accept-ranges', 'bytes').header('etag', tag)
  const { range: asked, 'if-range': onlyOf = tag } = request.headers
  const range = onlyOf === tag ? rangeIn(asked, size) : undefined
  if (range === 'nothing') return reply.code(416).header('content-range', `bytes */${size}`).send()
  const { from, to } = range ?? { from: 0, to: size - 1 }
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`)
  reply.header('content-length', to - from + 1)
  return reply.send(size === 0 ? Buffer.alloc(0) : files.stream(digest, { from, to }))
}

/** One range in bytes. Several, or what is no range, is answered with the whole, as the standard allows. */
export function rangeIn(asked: string | undefined, size: number): { from: number; to: number } | 'nothing' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? []
  if (first === '' && last === '') return undefined
  // «-500»: the last 500.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  return from > to ? 'nothing' : { from, to }
}
