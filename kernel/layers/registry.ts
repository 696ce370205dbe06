import { notFound, Refusal } from '../problems/problem.ts'
import type { LayerDefinition } from './definition.ts'
import { cjdcq } from './definitions/cjdcq.ts'
import { czkfbj } from './definitions/czkfbj.ts'
import { djq } from './definitions/djq.ts'
import { djzq } from './definitions/djzq.ts'
import { dltb } from './definitions/dltb.ts'
import { gdxm } from './definitions/gdxm.ts'
import { glfw } from './definitions/glfw.ts'
import { lsyd } from './definitions/lsyd.ts'
import { nzypw } from './definitions/nzypw.ts'
import { ssnydba } from './definitions/ssnydba.ts'
import { stbhhx } from './definitions/stbhhx.ts'
import { xzq } from './definitions/xzq.ts'
import { yjjbnt } from './definitions/yjjbnt.ts'
import { zd } from './definitions/zd.ts'
import { zdpw } from './definitions/zdpw.ts'
import { zfaj } from './definitions/zfaj.ts'
import { zrz } from './definitions/zrz.ts'

/** Every layer of the house, in the order of the layer tree. */
export const layers: readonly LayerDefinition[] = [
  dltb,
  xzq,
  cjdcq,
  yjjbnt,
  stbhhx,
  czkfbj,
  nzypw,
  zdpw,
  gdxm,
  ssnydba,
  lsyd,
  zfaj,
  glfw,
  djq,
  djzq,
  zd,
  zrz,
]

const byName = new Map(layers.map((layer) => [layer.name, layer]))

/** Throws a Refusal (404) for a name no layer has; only names that pass here reach an SQL text. */
export function layerNamed(name: string): LayerDefinition {
  const layer = byName.get(name)
  if (!layer) throw new Refusal(notFound('layers.layer.unknown', { layer: name }))
  return layer
}
