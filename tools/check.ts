// npm run check: format and lint, types, import arrows, dead code, and the promises the papers make.
import { bin, runStep } from './run-step.ts'

const steps: [string, string, string[]][] = [
  ['格式与规范 · format and lint', bin('biome'), ['check', '.']],
  ['类型 · types', bin('tsc'), ['--noEmit', '-p', '.']],
  [
    '依赖方向 · import arrows',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'kernel', 'modules', 'apps', 'testing', 'tools', 'bench'],
  ],
  ['无用代码 · dead code', bin('knip'), []],
  ['文档与承诺 · papers and promises', process.execPath, ['tools/check-house.ts']],
]

let failed = 0
for (const [title, program, words] of steps) {
  console.log(`\n== ${title}`)
  if ((await runStep(program, words)) !== 0) failed++
}
console.log(failed ? `\n${failed} of ${steps.length} checks failed` : '\nall checks passed')
process.exit(failed ? 1 : 0)
