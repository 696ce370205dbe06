import type { AreaRows } from './area-rows.ts'

/** As `AreaRows`, with classes in place of features. Rows come by subject, then by class. */
export type ClassRows = {
  subjects: Uint32Array
  classes: Uint32Array
  planar: Float64Array
  ellipsoidal?: Float64Array
}

/**
 * Adds up rows by subject and class (land class, owner, whatever `classOf` numbers), m². Areas of one sum are added from
 * the smallest to the largest, so the sum is the same to the last bit whatever order features and subjects came in.
 * Features must not overlap where land is to count once.
 * @param classOf the class of each feature of the layer
 */
export function areasByClass(rows: AreaRows, classOf: Uint32Array): ClassRows {
  const { subjects, features, planar, ellipsoidal } = rows
  const order = Uint32Array.from(subjects, (_, i) => i).sort(
    (a, b) =>
      subjects[a]! - subjects[b]! ||
      classOf[features[a]!]! - classOf[features[b]!]! ||
      planar[a]! - planar[b]! ||
      (ellipsoidal ? ellipsoidal[a]! - ellipsoidal[b]! : 0),
  )
  const sums: ClassRows = {
    subjects: new Uint32Array(order.length),
    classes: new Uint32Array(order.length),
    planar: new Float64Array(order.length),
    ellipsoidal: ellipsoidal && new Float64Array(order.length),
  }
  let count = 0
  for (const i of order) {
    const isNew =
      count === 0 || sums.subjects[count - 1] !== subjects[i] || sums.classes[count - 1] !== classOf[features[i]!]
    if (isNew) {
      sums.subjects[count] = subjects[i]!
      sums.classes[count++] = classOf[features[i]!]!
    }
    sums.planar[count - 1]! += planar[i]!
    if (sums.ellipsoidal) sums.ellipsoidal[count - 1]! += ellipsoidal![i]!
  }
  return {
    subjects: sums.subjects.subarray(0, count),
    classes: sums.classes.subarray(0, count),
    planar: sums.planar.subarray(0, count),
    ellipsoidal: sums.ellipsoidal?.subarray(0, count),
  }
}
