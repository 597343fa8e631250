import { describe, expect, it } from 'vitest'
import { listMissingAbilities } from './node-abilities.ts'

describe('listMissingAbilities', () => {
  it('names what each missing ability costs the reader', () => {
    const missing = listMissingAbilities({
      earliestHeight: 27_399_900n,
      hasTxIndex: false,
      hasWebSocket: false,
      allowsPages: false,
    })
    expect(missing.map(({ kind }) => kind)).toEqual(['pages', 'history', 'index', 'events'])
    const text = missing.map(({ sentence }) => sentence).join(' ')
    expect(text).toContain('Its blocks begin at 27,399,900')
    expect(text).toContain('votes of ended proposals')
    expect(text).toContain('asked for new blocks every few seconds')
    expect(text).toContain('npm start -- --rpc')
  })

  it('claims nothing to be missing that is not known', () => {
    const unknown = {
      earliestHeight: undefined,
      hasTxIndex: undefined,
      hasWebSocket: undefined,
      allowsPages: undefined,
    }
    expect(listMissingAbilities(unknown)).toEqual([])
  })

  it('misses no history of a node that has the first block', () => {
    const whole = { earliestHeight: 1n, hasTxIndex: true, hasWebSocket: true, allowsPages: true }
    expect(listMissingAbilities(whole)).toEqual([])
  })
})
