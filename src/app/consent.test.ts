import { describe, expect, it } from 'vitest'
import { createConsent } from './consent.ts'

describe('createConsent', () => {
  it('has agreed to nothing at first', () => {
    expect(createConsent(setup().storage).has('https://node.test')).toBe(false)
  })

  it('remembers what was agreed to until it is withdrawn', () => {
    const { storage } = setup()
    createConsent(storage).give('https://node.test')
    expect(createConsent(storage).has('https://node.test')).toBe(true)
    createConsent(storage).withdraw('https://node.test')
    expect(createConsent(storage).has('https://node.test')).toBe(false)
  })

  it('agrees to one endpoint only, not to its neighbours on the same host', () => {
    const { storage } = setup()
    createConsent(storage).give('https://node.test/a')
    expect(createConsent(storage).has('https://node.test/b')).toBe(false)
  })

  it('works for the page alone where the browser stores nothing', () => {
    const consent = createConsent({
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
    })
    consent.give('https://node.test')
    expect(consent.all()).toEqual(['https://node.test'])
  })

  it('starts afresh when the stored list is junk', () => {
    const { storage, map } = setup()
    map.set('skylight.consented-endpoints', '{"x":')
    expect(createConsent(storage).all()).toEqual([])
  })
})

function setup() {
  const map = new Map<string, string>()
  return {
    map,
    storage: {
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
    },
  }
}
