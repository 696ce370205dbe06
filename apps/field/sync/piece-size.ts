/** Bytes sent at once over a link nothing is known of, or that has just broken. */
export const LEAST = 512 * 1024
const MOST = 8 * 1024 * 1024
/** Milliseconds: a piece that is through sooner may be twice as large, one that takes longer than twice this is too large. */
const SOON = 1000

/**
 * The next piece after one that arrived. What has come of a broken piece is not sent again, but a proxy that collects requests
 * before it passes them on keeps it from coming at all: pieces grow only where they are soon through.
 */
export function nextPiece(piece: number, sent: { bytes: number; ms: number }): number {
  if (sent.ms > 2 * SOON) return Math.max(LEAST, piece / 2)
  // The rest of a photo says nothing of a whole piece.
  return sent.ms < SOON && sent.bytes === piece ? Math.min(MOST, piece * 2) : piece
}
