/** Places looked at together, by their numbers, and the features near them, by id. */
export type JoinBatch = { places: number[]; features: number[] }

/**
 * Places that share a feature are looked at together, so that every issue is told once; others as many as are few.
 * @param near ids of the features near each place
 */
export function joinBatches(near: readonly (readonly number[])[], most: number): JoinBatch[] {
  const above = new Map<number, number>()
  const top = (feature: number): number => {
    let at = feature
    for (let next = above.get(at)!; next !== at; next = above.get(at)!) {
      above.set(at, above.get(next)!)
      at = next
    }
    return at
  }
  for (const features of near) {
    for (const feature of features) if (!above.has(feature)) above.set(feature, feature)
    for (const feature of features) above.set(top(feature), top(features[0]!))
  }
  const occupied = [...near.keys()].filter((place) => near[place]!.length > 0)
  const batches: { places: number[]; features: Set<number> }[] = []
  for (const places of Map.groupBy(occupied, (place) => top(near[place]![0]!)).values()) {
    if (!batches.length || batches.at(-1)!.features.size >= most) batches.push({ places: [], features: new Set() })
    const last = batches.at(-1)!
    for (const place of places) {
      last.places.push(place)
      for (const feature of near[place]!) last.features.add(feature)
    }
  }
  return batches.map(({ places, features }) => ({ places, features: [...features].sort((a, b) => a - b) }))
}
