import { type Static, Type } from '@sinclair/typebox'
import type { Problem } from '../../kernel/problems/problem.ts'

/** Longitude, latitude in degrees (CGCS2000). */
const Place = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })])
const Rings = Type.Array(Type.Array(Place, { minItems: 4, maxItems: 10_000 }), { minItems: 1, maxItems: 500 })
const Area = Type.Array(Rings, { minItems: 1, maxItems: 200 })

const Code = Type.String({ maxLength: 20 })
const Value = Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Null()])
/** What the survey says of a patch beyond its class, by DLTB field name. */
const PatchAttributes = Type.Record(Type.String({ pattern: '^[A-Z]{2,10}$' }), Value)

/** What the fields sent were before, as the device knew it: with it two people's changes are told apart (rules/merge-fields.ts). */
const PatchBase = Type.Object({
  DLBM: Type.Optional(Type.Union([Code, Type.Null()])),
  note: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
  attributes: Type.Optional(PatchAttributes),
  /** rules/geometry-hash.ts; '' for none */
  outline: Type.Optional(Type.String({ pattern: '^([0-9a-f]{64})?$' })),
  removed: Type.Optional(Type.Boolean()),
})

/** A hundred years in milliseconds: a phone that has forgotten its time begins with 1970. */
const CENTURY = 3_155_760_000_000
/** The phone's clock against the server's (rules/photo/real-time.ts); whole milliseconds. */
export const ClockMeasure = Type.Object({
  offset: Type.Integer({ minimum: -CENTURY, maximum: CENTURY }),
  within: Type.Integer({ minimum: 0, maximum: CENTURY }),
  at: Type.String({ format: 'date-time' }),
})

const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** As the database writes it: another spelling of the same would not be known again on a retry. */
const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** What a column of the database holds. */
const MOST = 2 ** 31 - 1
/** Degrees: some compasses count past a full turn, none says thousands. */
const Angle = Type.Union([Type.Number({ minimum: -720, maximum: 720 }), Type.Null()])
/** m: half the way round the Earth, and above anything that flies over land. */
const Metres = (minimum: number) => Type.Union([Type.Number({ minimum, maximum: 20_100_000 }), Type.Null()])
const MediaType = (pattern: string) => Type.String({ pattern, maxLength: 100 })

const Reason = Type.String({ maxLength: 500, pattern: '\\S' })

const empty = Type.Object({})

/** What each kind of operation carries. */
export const payloads = {
  'task.claim': empty,
  'patch.save': Type.Object({
    patchId: Id,
    geometry: Type.Optional(Area),
    DLBM: Type.Optional(Type.Union([Code, Type.Null()])),
    attributes: Type.Optional(PatchAttributes),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    removed: Type.Optional(Type.Boolean()),
    base: Type.Optional(PatchBase),
  }),
  'photo.add': Type.Object({
    digest: Digest,
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    mediaType: MediaType('^image/[a-z+.-]+$'),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    takenAt: Type.String({ format: 'date-time' }),
    position: Type.Optional(Type.Union([Place, Type.Null()])),
    /** when the receiver measured it */
    positionAt: Type.Optional(Type.String({ format: 'date-time' })),
    accuracy: Type.Optional(Metres(0)),
    azimuth: Type.Optional(Angle),
    /** degrees, east positive: the azimuth is from true north, this much less than the compass told; left out: from magnetic north */
    declination: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    pitch: Type.Optional(Angle),
    roll: Type.Optional(Angle),
    patchId: Type.Optional(Id),
    /** 远景, 近景 …: a code of the task's template (templates/template.ts) */
    kind: Type.Optional(Type.String({ maxLength: 20 })),
    altitude: Type.Optional(Metres(-20_000)),
    /** false: chosen from files, not taken with the page's own camera */
    live: Type.Optional(Type.Boolean()),
    /** the device's signature over the facts and the picture (rules/photo/photo-code.ts) */
    signature: Type.Optional(Type.String({ pattern: '^[0-9a-f]{128}$' })),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    /** the last measure of the clock before the shot, and by how much the clock has moved since */
    clock: Type.Optional(
      Type.Composite([
        ClockMeasure,
        Type.Object({ moved: Type.Optional(Type.Integer({ minimum: -CENTURY, maximum: CENTURY })) }),
      ]),
    ),
  }),
  /** a file that a form names; its bytes are sent like a photo's */
  'file.add': Type.Object({
    digest: Digest,
    size: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    mediaType: Type.Optional(Type.String({ maxLength: 100 })),
    name: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  /** strikes a photo out; it stays in the store and in the record, with its reason */
  'photo.remove': Type.Object({ digest: Digest, reason: Type.Optional(Type.String({ maxLength: 200 })) }),
  /** what is said of a photo afterwards: a note, another kind, another patch */
  'photo.note': Type.Object({
    digest: Digest,
    note: Type.Optional(Type.String({ maxLength: 500 })),
    kind: Type.Optional(Type.String({ maxLength: 20 })),
    patchId: Type.Optional(Id),
  }),
  /** 自主发现: a case over this range, whose field task has the id the device has given it */
  'discovery.create': Type.Object({
    business: Type.String({ minLength: 1, maxLength: 100 }),
    title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    description: Type.Optional(Type.String({ maxLength: 2000 })),
    geometry: Area,
    discoveredAt: Type.Optional(Type.String({ format: 'date-time' })),
  }),
  /** the fields that were changed, and what they were before; `isWhole`: all there are (before protocol 4) */
  'form.save': Type.Object({
    values: Type.Record(Type.String(), Type.Unknown()),
    base: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    isWhole: Type.Optional(Type.Boolean()),
  }),
  /** `noEvidence`: 未举证类型 (WJZLX), where no photo could be taken */
  'task.submit': Type.Object({
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
    noEvidence: Type.Optional(Code),
  }),
  /** 退回待办池 */
  'task.return': Type.Object({ reason: Reason }),
  /** 撤回 what was handed in */
  'task.withdraw': empty,
  /** 不调查; null takes the mark back */
  'task.noSurvey': Type.Object({ reason: Type.Union([Reason, Type.Null()]) }),
}

/** What this page speaks. 1: photos sent whole (22 November 2026). 2: in pieces, with receipts. 3: signed photos, registered phones. 4: base values. */
export const PROTOCOL = 4
/** The oldest that is still understood: the last three before. */
export const OLDEST_PROTOCOL = 1

export type Kind = keyof typeof payloads
export type PayloadOf<K extends Kind> = Static<(typeof payloads)[K]>

const Hash = Type.String({ pattern: '^([0-9a-f]{64})?$' })

/**
 * One act made on a device, with or without a network. `sequence` counts from 1 on the device without gaps; `hash` is
 * SM3 over the canonical JSON of the rest (rules/operation-hash.ts) and `previousHash` that of the operation before, ''
 * for the first. `baseRevision`: the revision of the patch or form the act was made from, 0 for a new one.
 */
export const Operation = Type.Object({
  id: Id,
  sequence: Type.Integer({ minimum: 1, maximum: MOST }),
  kind: Type.String({ pattern: '^[\\w.-]{0,40}$' }),
  taskId: Id,
  baseRevision: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: MOST }), Type.Null()])),
  payload: Type.Record(Type.String(), Type.Unknown()),
  previousHash: Hash,
  hash: Hash,
})
export type Operation = Static<typeof Operation>

/**
 * applied: done. duplicate: it was so already. held: kept, not done: the task is no longer this person's, or something is
 * still on its way (`waitsFor`). conflict: somebody changed the same thing; both versions are kept. quarantined: kept for
 * a person to look at; `problem` says why.
 */
export type Status = 'applied' | 'duplicate' | 'held' | 'conflict' | 'quarantined'
export type Answer = {
  id: string
  status: Status
  revision?: number
  waitsFor?: 'earlier' | 'photo'
  problem?: Problem
  /** what the server has, where it differs */
  current?: unknown
  /** applied, though others had changed other fields meanwhile */
  merged?: true
  /** the fields both have changed */
  conflicts?: string[]
  /** what a person decided of it */
  settled?: Settled
}

/** adopted, declined: an act that was held or set apart. mine, theirs, merged: a conflict, as seen from the device. */
export type Settled = {
  how: 'adopted' | 'declined' | 'mine' | 'theirs' | 'merged'
  by: string
  at: string
  reason: string
}
