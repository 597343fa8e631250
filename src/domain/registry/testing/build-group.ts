import type { Group } from '../group.ts'

/** An active SIG of that id, as plain as a group can be. */
export function buildGroup(id: string, rest: Partial<Group> = {}): Group {
  return {
    id,
    name: id,
    kind: 'sig',
    status: 'active',
    statusBasis: '',
    leads: [],
    isListed: true,
    meetings: 0,
    aliases: [],
    related: [],
    ...rest,
  }
}
