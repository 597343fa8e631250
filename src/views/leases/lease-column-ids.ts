/** Columns that the list can be sorted by, in the order of the table. */
export const LEASE_SORTS = [
  'lease',
  'state',
  'tenant',
  'provider',
  'gpu',
  'cpu',
  'memory',
  'storage',
  'persistent',
  'price',
  'age',
  'created',
  'ended',
  'reason',
  'settled',
  'payment',
] as const
export type LeaseSort = (typeof LEASE_SORTS)[number]

/** Every column of the list, in the order of the table. */
export const LEASE_COLUMN_IDS = [...LEASE_SORTS, 'deadline', 'origin'] as const
export type LeaseColumnId = (typeof LEASE_COLUMN_IDS)[number]

/** What is shown until the reader chooses. */
export const DEFAULT_COLUMNS: readonly LeaseColumnId[] = [
  'lease',
  'state',
  'tenant',
  'provider',
  'gpu',
  'price',
  'age',
  'reason',
]
