import { describe, expect, it } from 'vitest'
import { consensusHexOf, operatorAddressOf } from './account.ts'
import { parseOperatorAccount } from './validator.ts'

describe('addresses of one key', () => {
  it('are the same bytes under other prefixes', () => {
    const account = 'akash1q9qu4vcwjrfdzv5pk0kkl6450328h63nntrate'
    const operator = operatorAddressOf(account)
    expect(operator).toBe('akashvaloper1q9qu4vcwjrfdzv5pk0kkl6450328h63nefdmmn')
    expect(parseOperatorAccount(operator ?? '')).toBe(account)
  })

  it('of consensus keys are written in capitals by headers and commits', () => {
    expect(consensusHexOf('akashvalcons19yqkfjhfr45hpt55475aq37kag02jcyl576ele')).toBe(
      '290164CAE91D6970AE94AFA9D047D6EA1EA9609F',
    )
  })

  it('are none where the text is none', () => {
    expect(operatorAddressOf('akash1x')).toBeUndefined()
    expect(consensusHexOf('')).toBeUndefined()
  })
})
