import { bin, runStep } from './run-step.ts'

process.exit(await runStep(bin('biome'), ['check', '--write', '.']))
