import { Socket } from 'node:net'

type Chunk = { chunk: Buffer | string; encoding: BufferEncoding }

/** A packet of statements is some fifty small buffers: put together first, they are written in half the time. */
export class PacketSocket extends Socket {
  override _writev(chunks: Chunk[], done: (error?: Error | null) => void): void {
    this._write(
      Buffer.concat(
        chunks.map(({ chunk, encoding }) => (typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk)),
      ),
      'buffer' as BufferEncoding,
      done,
    )
  }
}
