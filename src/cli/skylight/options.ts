/** Options that belong to some of the commands, in the order of the help. Every command says which of them it reads. */
export const OWN_OPTIONS = [
  'height',
  'watch',
  'exact',
  'check',
  'running',
  'state',
  'owner',
  'provider',
  'refresh',
] as const

export type OwnOption = (typeof OWN_OPTIONS)[number]
