import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import type { Receipt } from '../../../kernel/crypto/receipt.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { send } from '../../ui/api.ts'
import { ProblemError } from '../../ui/problem.ts'
import { LEAST, nextPiece } from './piece-size.ts'

let piece = LEAST

type Arrived = { offset: number; receipt?: Receipt }

/**
 * Sends a photo in pieces, from where the server has it, and gives the server's receipt for exactly these bytes. Throws ProblemError
 * when the way is cut; what has arrived stays there, and the next call goes on behind it.
 */
export async function sendPhoto(digest: string, bytes: ArrayBuffer): Promise<Receipt> {
  const size = bytes.byteLength
  let { offset } = await send<Arrived>('files.put', `/api/files/${digest}/offset`, {})
  for (;;) {
    // Of a file the server has whole, one byte asks for the receipt; an empty one is sent as it is.
    const from = Math.max(0, Math.min(offset, size - 1))
    const answer = await sendPiece(digest, bytes.slice(from, from + piece), { from, size })
    if (answer.receipt) return received(answer.receipt, digest, size)
    if (answer.offset <= offset) throw new ProblemError('field.photo.not-going-on', 0, {}, 'files.put')
    offset = answer.offset
  }
}

async function sendPiece(digest: string, body: ArrayBuffer, { from, size }: { from: number; size: number }) {
  const begun = performance.now()
  const sent = send<Arrived>('files.put', `/api/files/${digest}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': `${from}`, 'upload-length': `${size}` },
    body,
  })
  const took = () => ({ bytes: body.byteLength, ms: performance.now() - begun })
  sent.then(
    () => (piece = nextPiece(piece, took())),
    () => (piece = LEAST),
  )
  return sent
}

/** A receipt for something else is none. */
function received(receipt: Receipt, digest: string, size: number): Receipt {
  if (receipt.digest === sm3(canonicalJson({ digest, size }))) return receipt
  throw new ProblemError('field.photo.wrong-receipt', 0, {}, 'files.put')
}
