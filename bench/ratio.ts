/**
 * One piece of work done by us and by a peer on the same data in the same run. `ratio`: peer's time by ours, null where
 * the peer did not finish; `aim`: at least this is wanted; `note`: what the peer does of it, or why it did not finish;
 * `failed`: in what the two do not agree.
 */
export type Ratio = {
  work: string
  peer: string
  ours_s: number | null
  peer_s: number | null
  ratio: number | null
  aim?: number
  note?: string
  failed?: string
}

export function ratioOf(line: Omit<Ratio, 'ratio'>): Ratio {
  const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)))
  const { work, peer, ours_s, peer_s, ...rest } = line
  const ratio = ours_s === null || peer_s === null ? null : peer_s / ours_s
  return { work, peer, ours_s: rounded(ours_s), peer_s: rounded(peer_s), ratio: rounded(ratio), ...rest }
}
