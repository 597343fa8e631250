/** gov v1 only: v1beta1 fails a whole page for one proposal without exactly one message. */
export const GOV_PATH = {
  proposals: '/cosmos.gov.v1.Query/Proposals',
  proposal: '/cosmos.gov.v1.Query/Proposal',
  tally: '/cosmos.gov.v1.Query/TallyResult',
  deposits: '/cosmos.gov.v1.Query/Deposits',
  params: '/cosmos.gov.v1.Query/Params',
  pool: '/cosmos.staking.v1beta1.Query/Pool',
  stakingParams: '/cosmos.staking.v1beta1.Query/Params',
} as const
