import { formatInteger } from '../../format-integer.ts'
import type { PlanCheck, PlanCheckInput } from './plan-check.ts'
import { type FolderProblem, findFolderProblem, isReleaseTag } from './plan-name.ts'

const FOLDER_REASONS: Readonly<Record<FolderProblem, string>> = {
  empty: 'The name is blank.',
  'too-long': 'The name is longer than a folder’s can be.',
  dots: 'The name stands for a folder of its own on every file system.',
  escaped:
    'cosmovisor looks for the name percent-escaped, so a folder named as the plan is not found.',
  shell: 'The name has characters a shell reads as commands; copy nothing of it by hand.',
}

/** Whether a folder of that name can be made, and is the one cosmovisor looks for. */
export function checkFolderName({ plan: { name } }: PlanCheckInput): PlanCheck {
  const problem = findFolderProblem(name)
  const base = {
    id: 'folder-name',
    title: 'Name is a legal cosmovisor folder',
    source: 'plan.name',
  } as const
  if (problem !== undefined) return { ...base, verdict: 'fail', reason: FOLDER_REASONS[problem] }
  return name === name.toLowerCase()
    ? { ...base, verdict: 'pass', reason: 'A folder of that name is the one cosmovisor looks for.' }
    : {
        ...base,
        verdict: 'warn',
        reason:
          'cosmovisor turns the name into lower case, unless COSMOVISOR_DISABLE_RECASE is set, and then looks for that folder.',
      }
}

/** Akash names its plans by the release that carries the handler. */
export function checkReleaseTag({ plan: { name } }: PlanCheckInput): PlanCheck {
  const base = { id: 'release-tag', title: 'Name is a release’s tag', source: 'plan.name' } as const
  return isReleaseTag(name)
    ? { ...base, verdict: 'pass', reason: 'It has the form of a release’s tag, such as v2.1.0.' }
    : {
        ...base,
        verdict: 'warn',
        reason:
          'It has not the form v2.1.0 that releases are tagged with, so which one carries this upgrade does not follow from it.',
      }
}

/** A name can be applied once (x/upgrade keeper `ScheduleUpgrade`: "upgrade with name … has already been completed"). */
export function checkNotApplied({ plan, applied }: PlanCheckInput): PlanCheck {
  const base = {
    id: 'not-applied',
    title: 'No upgrade of this name before',
    source: 'x/upgrade store of applied upgrades',
  } as const
  if (applied === undefined) {
    const reason = 'The upgrades applied so far could not be read.'
    return { ...base, verdict: 'cannot-tell', reason }
  }
  const before = applied.find(({ name }) => name === plan.name)
  if (before === undefined) {
    return { ...base, verdict: 'pass', reason: 'The chain has applied none of this name.' }
  }
  if (before.height === plan.height) {
    return { ...base, verdict: 'pass', reason: 'The one the chain has applied is this one.' }
  }
  return {
    ...base,
    verdict: 'fail',
    reason: `The chain applied one of this name at ${formatInteger(before.height)} and refuses a second.`,
  }
}
