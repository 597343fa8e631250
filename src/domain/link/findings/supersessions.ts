import type { Aep } from '../../registry/aep.ts'
import type { Docket } from './docket.ts'

/** That one AEP takes another's place, and which of the two documents says so. */
export interface Supersession {
  readonly newer: Aep
  readonly older: Aep
  /** Field of the newer document that names the older one. */
  readonly saidByNewer: 'replaces' | 'supersedes' | undefined
  readonly isSaidByOlder: boolean
}

/** Every pair of documents of which at least one names the other; a document that names itself is no pair. */
export function listSupersessions({ aeps, aepOf }: Docket): readonly Supersession[] {
  const pairs = new Map<string, Supersession>()
  for (const aep of aeps) {
    for (const field of ['replaces', 'supersedes'] as const) {
      for (const number of aep[field]) {
        const older = aepOf(number)
        if (older === undefined || older === aep) continue
        const key = `${aep.number} ${number}`
        const pair = pairs.get(key)
        if (pair?.saidByNewer === undefined)
          pairs.set(key, { newer: aep, older, saidByNewer: field, isSaidByOlder: false })
      }
    }
  }
  for (const aep of aeps) {
    for (const number of aep.supersededBy) {
      const newer = aepOf(number)
      if (newer === undefined || newer === aep) continue
      const key = `${number} ${aep.number}`
      const saidByNewer = pairs.get(key)?.saidByNewer
      pairs.set(key, { newer, older: aep, saidByNewer, isSaidByOlder: true })
    }
  }
  return [...pairs.values()]
}
