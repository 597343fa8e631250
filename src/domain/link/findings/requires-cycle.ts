import { nameAeps } from '../changes/name-aeps.ts'
import type { Finding } from '../finding.ts'
import type { Docket, FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { formatNumbers } from './format-numbers.ts'

/** It requires itself, at once or by way of others, so that none of them can come first. */
export const findRequirementCycles: FindingRule = (docket) =>
  findCycles(docket).flatMap((members) => {
    const all = new Set(members)
    // The sentence of each names the first few; to list all of them for each takes too long in a large ring.
    const first = members.slice(0, 11)
    return members.map((aep): Finding => {
      const others = first.filter((number) => number !== aep)
      const way = others.length === 0 ? '' : ` by way of ${nameAeps(others, members.length - 1)}`
      // Of the next ones on the way round, the first few tell enough.
      const next = (docket.aepOf(aep)?.requires ?? [])
        .filter((number) => number !== aep && all.has(number))
        .slice(0, 4)
      return {
        aep,
        kind: 'requires-cycle',
        explanation: `AEP-${aep} requires itself${way}.`,
        lines: [aep, ...next].map((number) =>
          documentLine(number, 'requires', formatNumbers(docket.aepOf(number)?.requires ?? [])),
        ),
      }
    })
  })

interface Frame {
  readonly number: number
  readonly requires: readonly number[]
  next: number
}

/**
 * Groups of AEPs that all require each other, ascending within; a single one where it requires itself. Tarjan's
 * algorithm with its own stack, for a chain of requirements may be as long as a hostile index makes it.
 */
function findCycles({ aeps, aepOf }: Docket): number[][] {
  const cycles: number[][] = []
  const index = new Map<number, number>()
  const low = new Map<number, number>()
  const open: number[] = []
  const isOpen = new Set<number>()
  const requiredBy = (number: number) =>
    (aepOf(number)?.requires ?? []).filter((required) => aepOf(required) !== undefined)
  const lower = (number: number, value: number | undefined) => {
    if (value !== undefined) low.set(number, Math.min(low.get(number) ?? value, value))
  }
  const enter = (number: number): Frame => {
    index.set(number, index.size)
    low.set(number, index.size - 1)
    open.push(number)
    isOpen.add(number)
    return { number, requires: requiredBy(number), next: 0 }
  }
  for (const { number: root } of aeps) {
    const frames: Frame[] = index.has(root) ? [] : [enter(root)]
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const required = frame.requires[frame.next]
      frame.next += 1
      if (required === undefined) {
        frames.pop()
        const parent = frames.at(-1)
        if (parent !== undefined) lower(parent.number, low.get(frame.number))
        if (low.get(frame.number) === index.get(frame.number)) {
          const members = open.splice(open.lastIndexOf(frame.number))
          for (const member of members) isOpen.delete(member)
          const isCycle = members.length > 1 || frame.requires.includes(frame.number)
          if (isCycle) cycles.push(members.sort((a, b) => a - b))
        }
      } else if (!index.has(required)) frames.push(enter(required))
      else if (isOpen.has(required)) lower(frame.number, index.get(required))
    }
  }
  return cycles
}
