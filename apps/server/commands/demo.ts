import type { Command } from '../command.ts'
import { isCountySize } from '../demo/demo-size.ts'
import { loadApprovals } from '../demo/load-approvals.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { loadHomesteads } from '../demo/load-homesteads.ts'
import { isUninhabited, withWorld } from '../open-world.ts'

export const demo: Command = {
  title: {
    zh: '生成演示县（S≈3 千、M≈5 万、L≈50 万图斑）及一季度线索',
    en: 'make the demo county (S≈3 k, M≈50 k, L≈500 k patches) and a quarter of clues',
  },
  usage: 'demo [--size S|M|L]',
  options: { size: { type: 'string', default: 'S' } },
  run: async ({ values: { size } }) => {
    if (!isCountySize(size)) return 2
    return withWorld(async (world) => {
      if (!(await isUninhabited(world))) {
        console.error(
          '数据库中已有人员和数据，演示县只装入空库；请换一个 YUTU_DATA。 · The database is in use; the demo county only goes into an empty one. Set another YUTU_DATA.',
        )
        return 1
      }
      await loadDemo(world, size)
      await loadApprovals(world)
      await loadHomesteads(world)
      return 0
    })
  },
}
