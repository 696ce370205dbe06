import { useEffect, useMemo, useState } from 'react'
import { layers as definitions } from '../../../../kernel/layers/registry.ts'
import { ask } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import type { LayerInfo } from '../../../ui/map/layer-info.ts'
import { keepThing, readThing } from '../../store/things.ts'
import type { KeptPackage } from '../packages/kept-package.ts'

type Counted = Pick<LayerInfo, 'name' | 'count' | 'box'>
const NAME = 'map/layers'

/** Layers that hold something for this person: as the server last counted, and whatever the packages hold. */
export function useFieldLayers(person: string, packages: readonly KeptPackage[] | undefined): LayerInfo[] {
  const [counted, setCounted] = useState<Counted[]>([])
  useEffect(() => {
    let isOver = false
    const take = (rows: Counted[] | undefined) => void (!isOver && rows && setCounted(rows))
    void readThing<Counted[]>(person, NAME)
      .then(take)
      .then(() => ask<AnswerOf<'onemap.layers'>>('onemap.layers'))
      .then(({ rows }) => {
        const now = rows.map(({ name, count, box }) => ({ name, count, box }))
        take(now)
        return keepThing(person, NAME, now)
      })
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [person])
  return useMemo(() => known(counted, packages ?? []), [counted, packages])
}

function known(counted: readonly Counted[], packages: readonly KeptPackage[]): LayerInfo[] {
  const held = new Set(packages.flatMap(({ current }) => current?.manifest.parts.map(({ name }) => name) ?? []))
  return definitions.flatMap(({ name, title, group, fields, areaMethod, areaField, numberField, style }) => {
    const { count = 0, box = null } = counted.find((each) => each.name === name) ?? {}
    if (count === 0 && !held.has(name)) return []
    return [{ name, title, group, fields, areaMethod, areaField, numberField, style, count, box } as LayerInfo]
  })
}
