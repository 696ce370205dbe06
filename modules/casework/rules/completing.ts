import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { type TaskFacts, taskProblem } from '../../../kernel/cases/task-rules.ts'
import { forbidden, type Problem } from '../../../kernel/problems/problem.ts'

type Facts = TaskFacts & { process: Pick<CaseProcess, 'filing' | 'title'> }

/** The general act is for processes with a filing; the steps of other businesses decide things of their own. */
export function refuseCompletion(facts: Facts, revision: number | undefined): Problem | undefined {
  const { process, task } = facts
  if (!process.filing)
    return forbidden('casework.task.complete.own-act', { process: process.title.zh, step: task.step })
  return taskProblem('complete', facts, revision)
}
