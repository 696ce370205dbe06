import type { EvidencePhoto } from './evidence-case.ts'

/**
 * Beside 拍摄时间, which is the phone's as in EXIF: REALTM 校正时间 (Beijing time), CLOCKDIFF seconds to add to the phone's, CLOCKACC seconds
 * it may be off, CLOCKHOW how it was measured (rules/photo/real-time.ts). Empty where nobody has measured.
 */
export function clockColumns({ realAt, clock }: Pick<EvidencePhoto, 'realAt' | 'clock'>) {
  if (!realAt || !clock) return { REALTM: '', CLOCKDIFF: '', CLOCKACC: '', CLOCKHOW: '' }
  const local = new Date(realAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return {
    ...{ REALTM: `${local}+08:00`, CLOCKDIFF: seconds(clock.offset), CLOCKACC: seconds(clock.within) },
    CLOCKHOW: clock.how,
  }
}
