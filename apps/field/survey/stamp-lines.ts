import { type ShotFacts, stampCode } from '../../../modules/fieldwork/rules/photo/photo-code.ts'

const digits = (value: number | null, places: number) => (value === null ? '—' : value.toFixed(places))

/** What is written onto a photo (水印): whose, of what, when, where, where it looks, and a code that betrays a change of these. */
export function stampLines(
  facts: ShotFacts,
  { number, person, kind }: { number: string; person: string; kind: string },
): string[] {
  const local = new Date(Date.parse(facts.takenAt) + 8 * 3_600_000).toISOString()
  const [longitude, latitude] = facts.position ?? [null, null]
  return [
    [number, kind, person].filter(Boolean).join('  '),
    `${local.slice(0, 10)} ${local.slice(11, 19)}  E ${digits(longitude, 7)}°  N ${digits(latitude, 7)}°  ±${digits(facts.accuracy, 1)} m`,
    `方位 ${digits(facts.azimuth, 1)}°${facts.declination === undefined ? '(磁)' : '(真)'}  俯仰 ${digits(facts.pitch, 0)}°  横滚 ${digits(facts.roll, 0)}°  校验 ${stampCode(facts)}`,
  ]
}
