import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLeaseName } from './lease-name.ts'

const TENANT = 'akash10annavz40sy0kqs3kq5pfy9maq7wny99rkpd6k'
const PROVIDER = 'akash1zzmempr48ev6xw66v6nz06ft3s7huxn5wcku08'

describe('parseLeaseName', () => {
  it('reads an id with and without bseq, as the command line takes it', () => {
    const name = { owner: TENANT, dseq: 18476375n, gseq: 1, oseq: 2, provider: PROVIDER }
    expect(parseLeaseName(`${TENANT}/18476375/1/2/${PROVIDER}/3`)).toEqual({
      kind: 'lease',
      name: { ...name, bseq: 3 },
    })
    expect(parseLeaseName(`${TENANT}/18476375/1/2/${PROVIDER}`)).toEqual({
      kind: 'lease',
      name: { ...name, bseq: undefined },
    })
  })

  it.each([
    [`${TENANT}/x/1/1/${PROVIDER}`, '“x” is no dseq'],
    [`${TENANT}/18446744073709551616/1/1/${PROVIDER}`, 'is no dseq'],
    [`${TENANT}/1/4294967296/1/${PROVIDER}`, 'is no gseq'],
    [`${TENANT}/1/1/1/${PROVIDER.slice(0, -1)}9`, 'The provider’s address does not hold'],
    [`nobody/1/1/1/${PROVIDER}`, 'The tenant’s address does not hold'],
  ])('says what is wrong with %s', (text, sentence) => {
    const reading = parseLeaseName(text)
    expect(reading.kind === 'malformed' && reading.why).toContain(sentence)
  })

  it.each(['', TENANT, `${TENANT}/18476375`, `${TENANT}/1/1/1/${PROVIDER}/1/1`])(
    'has nothing to say of a part where the form is another: %s',
    (text) => {
      expect(parseLeaseName(text)).toEqual({ kind: 'malformed', why: undefined })
    },
  )

  it('throws at nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => parseLeaseName(text).kind === 'malformed'))
  })
})
