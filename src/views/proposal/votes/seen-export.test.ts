import { describe, expect, it } from 'vitest'
import type { SeenVotes } from '../../../domain/seen-votes.ts'
import { composeSeenCsv, composeSeenJson } from './seen-export.ts'

const weight = '1.000000000000000000'
const seen: SeenVotes = {
  proposalId: '353',
  votes: [
    {
      voter: 'akash1a',
      options: [{ option: 'VOTE_OPTION_YES', weight }],
      metadata: '',
      firstSeenAt: '10',
      lastSeenAt: '15',
    },
    {
      voter: 'akash1a',
      options: [
        { option: 'VOTE_OPTION_NO', weight: '0.500000000000000000' },
        { option: 9, weight: '0.500000000000000000' },
      ],
      metadata: '=HYPERLINK("x")',
      firstSeenAt: '20',
      lastSeenAt: '30',
    },
  ],
  lastHeight: '30',
  lastTimeMs: Date.UTC(2026, 10, 21),
  tally: { yes: '0', abstain: '0', no: '5', noWithVeto: '0' },
  bondedTokens: '9007199254740993',
  validators: [
    { operatorAddress: 'valoper1a', accountAddress: 'akash1a', moniker: 'Polaris', tokens: '5' },
  ],
}

describe('files of the votes this browser has seen', () => {
  it('has every vote in the CSV, replaced ones too, for the chain tells neither any more', () => {
    expect(composeSeenCsv('akashnet-2', 'seen', seen).text.split('\r\n')).toEqual([
      'chain_id,proposal_id,voter,operator_address,options,first_seen_at,last_seen_at,metadata',
      `akashnet-2,353,akash1a,valoper1a,VOTE_OPTION_YES ${weight},10,15,`,
      `akashnet-2,353,akash1a,valoper1a,VOTE_OPTION_NO 0.500000000000000000; 9 0.500000000000000000,20,30,"'=HYPERLINK(""x"")"`,
      '',
    ])
  })

  it('keeps amounts in the JSON to the unit, and says of which chain they are', () => {
    const { lastTimeMs: _, ...kept } = seen
    expect(JSON.parse(composeSeenJson('akashnet-2', 'seen', [seen]).text)).toEqual({
      format: 'skylight-seen-votes-1',
      chainId: 'akashnet-2',
      proposals: [{ ...kept, lastTime: '2026-11-21T00:00:00.000Z' }],
    })
  })

  it('does not make up a time that no node told', () => {
    const untimed = composeSeenJson('akashnet-2', 'seen', [{ ...seen, lastTimeMs: undefined }])
    expect(untimed.text).toContain('"lastTime": null')
  })
})
