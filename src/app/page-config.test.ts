import { describe, expect, it } from 'vitest'
import { parsePageConfig } from './page-config.ts'

describe('parsePageConfig', () => {
  it('takes the endpoints, the network and the clock the local server names', () => {
    const config = {
      network: 'akash',
      endpoints: [{ url: '/rpc/0', name: 'http://127.0.0.1:26657' }],
      now: '2026-11-21T03:05:26Z',
    }
    expect(parsePageConfig(JSON.stringify(config))).toEqual({ config, problem: undefined })
  })

  it.each([null, '', '{}'])('treats %j as "nothing configured"', (text) => {
    expect(parsePageConfig(text)).toEqual({ config: {}, problem: undefined })
  })

  it('opens the page all the same when the block is broken, and says so', () => {
    expect(parsePageConfig('{').problem).toBe(
      'The configuration in this page is not valid JSON. The default network is shown instead.',
    )
    expect(parsePageConfig('{"endpoints":"x"}').problem).toBe(
      'The configuration in this page is not of the known form. The default network is shown instead.',
    )
  })
})
