import { formatCount } from '../../format-integer.ts'
import { formatUtc } from '../../time.ts'
import type { PlanCheck, PlanCheckInput, PlanFileState } from './plan-check.ts'
import {
  type InfoFile,
  type PlanBinary,
  type PlanInfo,
  parseInfoFile,
  parsePlanInfo,
} from './plan-info.ts'

type Judged = Pick<PlanCheck, 'verdict' | 'reason'>

/** `info` in a form cosmovisor can read. */
export function checkInfoForm({ plan, file }: PlanCheckInput): PlanCheck {
  return {
    id: 'info-form',
    title: 'Info can be read by cosmovisor',
    source: 'plan.info',
    ...judgeForm(parsePlanInfo(plan.info), file),
  }
}

function judgeForm(info: PlanInfo, file: PlanFileState): Judged {
  switch (info.kind) {
    case 'empty':
      return { verdict: 'fail', reason: 'It is empty: nothing says which software to run.' }
    case 'malformed':
      return { verdict: 'fail', reason: `${info.reason} cosmovisor cannot read it.` }
    case 'binaries':
      return { verdict: 'pass', reason: `JSON in the plan itself, with ${countBinaries(info)}.` }
    case 'url': {
      if (!/^https:/.test(info.url)) {
        return {
          verdict: 'fail',
          reason: 'An address that is not https: what it serves can be exchanged on the way.',
        }
      }
      if (info.isChecksumMalformed) {
        return {
          verdict: 'fail',
          reason: 'An address with a checksum that is no SHA-256 of 64 hex digits.',
        }
      }
      if (file.kind !== 'fetched') {
        return {
          verdict: 'pass',
          reason: `An address${info.sha256 === undefined ? '' : ' with a checksum'}; what it serves is judged below.`,
        }
      }
      const served = parseInfoFile(file.file.text)
      return served.kind === 'binaries'
        ? { verdict: 'pass', reason: `An address that serves JSON with ${countBinaries(served)}.` }
        : {
            verdict: 'fail',
            reason: `An address, and what it serves cannot be read. ${served.reason}`,
          }
    }
  }
}

function countBinaries({ binaries }: { readonly binaries: readonly PlanBinary[] }): string {
  return binaries.length === 0 ? 'no binary' : formatCount(binaries.length, 'binary', 'binaries')
}

/** What Akash's validators run on. */
const WANTED_PLATFORMS = ['linux/amd64', 'linux/arm64'] as const

/** Binaries for the platforms validators run, each with a checksum. */
export function checkPlatforms({ plan, file }: PlanCheckInput): PlanCheck {
  const info = parsePlanInfo(plan.info)
  return {
    id: 'platforms',
    title: 'Binaries for linux/amd64 and linux/arm64, each with a SHA-256',
    source: info.kind === 'url' ? 'the file at the address of plan.info' : 'plan.info',
    ...judgePlatforms(info, file),
  }
}

function judgePlatforms(info: PlanInfo, file: PlanFileState): Judged {
  if (info.kind === 'empty' || info.kind === 'malformed') {
    return { verdict: 'fail', reason: 'There is no list of binaries.' }
  }
  if (info.kind === 'binaries') return judgeBinaries(info)
  switch (file.kind) {
    case 'not-asked':
      return {
        verdict: 'cannot-tell',
        reason: 'The file was not fetched; it is at an address a stranger chose.',
      }
    case 'loading':
      return { verdict: 'cannot-tell', reason: 'The file is being fetched.' }
    case 'not-public':
      return {
        verdict: 'cannot-tell',
        reason:
          'The address is not https, or not on the public internet, so it is not fetched from here.',
      }
    case 'failed':
      return { verdict: 'cannot-tell', reason: `The file could not be fetched. ${file.reason}` }
    case 'fetched':
      return judgeBinaries(parseInfoFile(file.file.text))
  }
}

function judgeBinaries(file: InfoFile): Judged {
  if (file.kind === 'malformed') return { verdict: 'fail', reason: file.reason }
  const { binaries } = file
  if (binaries.length === 0) return { verdict: 'fail', reason: 'It names no binary yet.' }
  const find = (platform: string) => binaries.find((binary) => binary.platform === platform)
  const missing = WANTED_PLATFORMS.filter((platform) => find(platform) === undefined)
  if (missing.length > 0) {
    return find('any') === undefined
      ? { verdict: 'fail', reason: `None for ${missing.join(' and ')}.` }
      : {
          verdict: 'warn',
          reason: `None for ${missing.join(' and ')} by name, but one for any platform.`,
        }
  }
  const unsigned = WANTED_PLATFORMS.filter((platform) => find(platform)?.sha256 === undefined)
  return unsigned.length > 0
    ? { verdict: 'fail', reason: `No SHA-256 of 64 hex digits for ${unsigned.join(' and ')}.` }
    : { verdict: 'pass', reason: 'Both are there, each with a SHA-256.' }
}

/** Whether what is voted on can still be exchanged. */
export function checkFixedInfo({ plan, file }: PlanCheckInput): PlanCheck {
  const info = parsePlanInfo(plan.info)
  return {
    id: 'fixed-info',
    title: 'What is voted on cannot change later',
    source: info.kind === 'url' ? 'plan.info, and the file’s SHA-256 computed here' : 'plan.info',
    ...judgeFixed(info, file),
  }
}

function judgeFixed(info: PlanInfo, state: PlanFileState): Judged {
  if (info.kind === 'binaries') {
    return info.binaries.some(({ sha256 }) => sha256 === undefined)
      ? {
          verdict: 'warn',
          reason: 'The list is part of the plan, but not every binary in it has a SHA-256.',
        }
      : { verdict: 'pass', reason: 'The list is part of the plan, with a SHA-256 of every binary.' }
  }
  if (info.kind !== 'url')
    return { verdict: 'fail', reason: 'There is no list of binaries to hold anybody to.' }
  const file = state.kind === 'fetched' ? state.file : undefined
  if (info.sha256 !== undefined) {
    if (file === undefined) {
      return {
        verdict: 'pass',
        reason: 'The address carries a checksum; whether the file has it was not tried.',
      }
    }
    return file.sha256 === info.sha256
      ? { verdict: 'pass', reason: 'The file has the checksum the plan names.' }
      : {
          verdict: 'fail',
          reason: `The file’s SHA-256 is ${file.sha256}, and the plan names another.`,
        }
  }
  const pointer =
    'The address has no checksum: whoever can write the file can change it after the vote.'
  if (file === undefined) return { verdict: 'warn', reason: pointer }
  return {
    verdict: 'warn',
    reason: `${pointer} Its SHA-256 now is ${file.sha256}${describeBefore(file)}`,
  }
}

function describeBefore({
  sha256,
  before,
}: Extract<PlanFileState, { kind: 'fetched' }>['file']): string {
  if (before === undefined) return '; this browser has not seen it before.'
  const when = formatUtc(before.seenAt, 'minute')
  return before.sha256 === sha256
    ? `, as when this browser first saw it so, ${when}.`
    : `. It has changed: this browser saw ${before.sha256} on ${when}.`
}
