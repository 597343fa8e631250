import type { Aep, Day, FieldChange, LaterAep } from '../../registry/aep.ts'
import { parseDay } from '../../registry/day.ts'
import type { Registry } from '../../registry/registry.ts'
import { shortChainText } from '../../upgrades/short-chain-text.ts'
import type { ChangeKind, FoundChange } from './change.ts'
import { HISTORY_BEGINS } from './history-begins.ts'

/** What happened to the documents of AEPs, those with the oldest number first, each in the order of its history. */
export function listEditorialChanges({ aeps, laterAeps }: Registry): readonly FoundChange[] {
  return [...aeps.flatMap(changesOfAep), ...laterAeps.map(newLaterAep)]
}

function changesOfAep(aep: Aep): readonly FoundChange[] {
  // The first commit of a document brings all its fields at once, and is one change.
  const first = aep.history[0]
  const isFirst = (change: FieldChange) =>
    change.date === first?.date && change.commit === first.commit
  const isImport = first !== undefined && first.date <= HISTORY_BEGINS
  return [
    newAep(aep, isImport ? undefined : first),
    ...aep.history.flatMap((change, place) => {
      if (!isFirst(change)) return fieldChange(aep, change, place, change.date)
      return isImport ? fieldChange(aep, change, place, undefined) : []
    }),
  ]
}

function newAep(aep: Aep, first: FieldChange | undefined): FoundChange {
  const { number, title, status, created } = aep
  const firstOf = (wanted: FieldChange['field']) =>
    aep.history.find(({ field }) => field === wanted)?.value
  const base = { key: `aep-${number}/new`, kind: 'aep-new', aeps: [number], aep: number } as const
  const name = `AEP-${number}, “${shortChainText(firstOf('title') ?? title, 120)}”,`
  if (first === undefined) {
    return {
      ...base,
      day: created === undefined ? undefined : parseDay(created),
      sentence: `${name} was created, as its document says.`,
      source: `akash-network/AEP:${aep.path}`,
    }
  }
  return {
    ...base,
    day: first.date,
    sentence: `${name} came into the repository as ${shortChainText(firstOf('status') ?? status, 40)}.`,
    source: sourceOf(first),
  }
}

function newLaterAep({ number, title, created }: LaterAep): FoundChange {
  return {
    key: `aep-${number}/new`,
    day: created,
    kind: 'aep-new',
    aeps: [number],
    aep: number,
    sentence: `AEP-${number}, “${shortChainText(title, 120)}”, was created, as its document says.`,
    source: `akash-network/AEP:spec/aep-${number}/README.md`,
  }
}

const KINDS: Readonly<Record<FieldChange['field'], ChangeKind | undefined>> = {
  status: 'aep-status',
  completed: 'aep-completed',
  title: 'aep-title',
  resolution: 'aep-resolution',
  created: undefined,
  'estimated-completion': undefined,
}

function fieldChange(
  aep: Aep,
  change: FieldChange,
  place: number,
  day: Day | undefined,
): readonly FoundChange[] {
  const kind = KINDS[change.field]
  // What came with the import is a change only where a document is not born with it.
  const isBirth = day === undefined && (change.field === 'title' || change.value === 'Draft')
  if (kind === undefined || isBirth) return []
  const before = aep.history.slice(0, place).findLast(({ field }) => field === change.field)?.value
  return [
    {
      // Two values of a field in one commit are told apart by their order.
      key: `aep-${aep.number}/${change.field}/${change.date}/${change.commit}${repeatOf(aep, place)}`,
      day,
      kind,
      aeps: [aep.number],
      aep: aep.number,
      sentence: tell(aep.number, change, before),
      source: sourceOf(change),
    },
  ]
}

function repeatOf({ history }: Aep, place: number): string {
  const change = history[place]
  const before = history
    .slice(0, place)
    .filter(
      ({ field, date, commit }) =>
        field === change?.field && date === change.date && commit === change.commit,
    ).length
  return before === 0 ? '' : `/${before + 1}`
}

function tell(number: number, { field, value }: FieldChange, before: string | undefined): string {
  const name = `AEP-${number}`
  const now = value === undefined ? undefined : shortChainText(value, 120)
  const was = before === undefined ? undefined : shortChainText(before, 120)
  switch (field) {
    case 'status':
      if (now === undefined) return `The document of ${name} no longer gives a status.`
      return was === undefined ? `${name} is ${now}.` : `${name} went from ${was} to ${now}.`
    case 'completed': {
      if (now === undefined) return `The document of ${name} no longer gives a day of completion.`
      const earlier = was === undefined ? '' : `; it gave ${was}`
      return `The document of ${name} gives ${now} as the day of completion${earlier}.`
    }
    case 'title': {
      if (now === undefined) return `The document of ${name} no longer has a title.`
      const earlier = was === undefined ? '' : `; it was called “${was}”`
      return `${name} is now called “${now}”${earlier}.`
    }
    default: {
      if (now === undefined) return `The document of ${name} no longer names a resolution.`
      const earlier = was === undefined ? '' : `; it named ${was}`
      return `The document of ${name} names ${now} as its resolution${earlier}.`
    }
  }
}

function sourceOf({ commit }: FieldChange): string {
  return `akash-network/AEP commit ${commit}`
}
