import { describe, expect, it } from 'vitest'
import { parseNextKey } from './next-key.ts'

// Keys as recorded in scene `market` (files 002, 026 and 035) at 27,400,494.
const LEASE_KEY =
  '4c9617f4010101016e616b61736831647477676a37686d75773661687364366564653867386c716335773870376a76663470343071000000000001a217060000000100000001616b617368317a306678373770756b6b70303477676e6c6866326d797334337161636e73677a63706b776d75' +
  '00000000000100'
const ORDER_KEY =
  '5f0debc6010201023d616b61736831647477676a37686d75773661687364366564653867386c716335773870376a76663470343071000000000001a0664d0000000100000001'
const DEPLOYMENT_KEY =
  'f74d4e5b0101010135616b61736831647477676a37686d75773661687364366564653867386c716335773870376a766634703430710000000000019c5bbc'

describe('parseNextKey', () => {
  it.each([
    [
      'a lease or bid',
      LEASE_KEY,
      'akash1dtwgj7hmuw6ahsd6ede8g8lqc5w8p7jvf4p40q/27399942/1/1/akash1z0fx77pukkp04wgnlhf2mys43qacnsgzcpkwmu/0',
    ],
    ['an order', ORDER_KEY, 'akash1dtwgj7hmuw6ahsd6ede8g8lqc5w8p7jvf4p40q/27289165/1/1'],
    ['a deployment', DEPLOYMENT_KEY, 'akash1dtwgj7hmuw6ahsd6ede8g8lqc5w8p7jvf4p40q/27024316'],
  ])('names %s by the key of a recorded page', (_, hex, name) => {
    expect(parseNextKey(bytes(hex))).toBe(name)
  })

  it.each([
    ['nothing', ''],
    ['a checksum alone', '4c9617f4'],
    ['a key cut off in the middle', LEASE_KEY.slice(0, 80)],
    ['an owner without its end', '4c9617f40101010103616263'],
    ['a number cut short', '4c9617f4010101010461620001'],
    ['another module’s key', 'ff00ff00ff00'],
  ])('does not name %s', (_, hex) => {
    expect(parseNextKey(bytes(hex))).toBeUndefined()
  })
})

function bytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
