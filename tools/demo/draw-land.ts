import { layBlocks } from './blocks.ts'
import { collectFacts, type Facts, signatureOf } from './facts.ts'
import { createPattern, layFields } from './fields.ts'
import { layIslands, layReservoir } from './islands.ts'
import { Land } from './land.ts'
import { layNetwork } from './network.ts'
import { Outline } from './outline.ts'
import { createRandom } from './random.ts'
import { createRelief } from './relief.ts'
import { laySettlements, layTownBlock } from './settlements.ts'
import { COUNTY_PLANS, type CountySize } from './sizes.ts'
import { layTerritory } from './territory.ts'
import { Tidy } from './tidy.ts'
import { createWarp } from './warp.ts'

export type DrawnLand = { land: Land; outline: Outline; facts: Facts }

/** Draws the county from its outline down to the last field; deterministic in (size, seed). */
export function drawLand(size: CountySize, seed: number): DrawnLand {
  const plan = COUNTY_PLANS[size]
  const relief = createRelief(plan, seed)
  const land = new Land(plan, relief, createRandom(seed))
  layTerritory(land)
  layNetwork(land)
  layVillages(land, seed)
  const facts = collectFacts(land, seed)
  const outline = new Outline(land.mesh, createWarp(relief, seed))
  new Tidy(land, outline, signatureOf(land, facts)).run()
  return { land, outline, facts }
}

function layVillages(land: Land, seed: number): void {
  const pattern = createPattern(seed)
  const open: number[][] = land.townOf.map(() => [])
  for (let face = 0; face < land.mesh.faceCount; face++)
    if (land.classOf[face] === undefined) open[land.villageOf[face]!]!.push(face)
  open.forEach((faces, village) => {
    const random = land.random.fork(`village ${village}`)
    const from = land.mesh.faceCount
    const blocks = faces.flatMap((face) => layBlocks(land, face, random))
    for (const block of blocks) if (block.theme === 'urban') layTownBlock(land, block, random)
    const openBlocks = laySettlements(land, blocks, random)
    for (const block of openBlocks) layFields(land, block, pattern, random)
    const to = land.mesh.faceCount
    if (random.chance(0.25)) layReservoir(land, woods(land, from, to), random)
    layIslands(land, random, from, to)
  })
}

function woods(land: Land, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i).filter((face) => land.classOf[face] === '0301')
}
