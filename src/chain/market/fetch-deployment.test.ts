import { describe, expect, it } from 'vitest'
import { abciRefusal, abciValue, createFakeTransport } from '../../../test/fake-transport.ts'
import { UndecodableError } from '../gov.ts'
import { fetchDeployment } from './fetch-deployment.ts'

const NAME = { owner: 'tenant', dseq: 9n }

describe('fetchDeployment', () => {
  it('has none where the chain has none, and says which node told', async () => {
    const transport = createFakeTransport(() => abciRefusal(22, 'deployment not found'))
    await expect(fetchDeployment(transport, NAME, 100n)).resolves.toEqual({
      value: undefined,
      endpoint: 'http://node.test',
      height: 100n,
    })
  })

  it('is an error where the node cannot tell', async () => {
    const transport = createFakeTransport(() => abciRefusal(38, 'version does not exist'))
    await expect(fetchDeployment(transport, NAME, 100n)).rejects.toMatchObject({
      refusal: 'pruned',
    })
  })

  it('is an error where the answer holds none', async () => {
    const transport = createFakeTransport(() => abciValue(new Uint8Array()))
    await expect(fetchDeployment(transport, NAME, 100n)).rejects.toThrow(UndecodableError)
  })
})
