import { describe, expect, it } from 'vitest'
import { createFakeTransport } from '../../test/fake-transport.ts'
import { createAnswerWitness } from './answer-witness.ts'

const ask = (height: number) => ({ method: 'header', params: { height: `${height}` } })

describe('createAnswerWitness', () => {
  it('remembers the answer to exactly this request, and who gave it', async () => {
    const { transport, recall } = witness()
    await transport.request(ask(5))
    expect(recall(ask(5))).toEqual({ result: 'block 5', endpoint: 'http://node.test' })
    expect(recall(ask(6))).toBeUndefined()
  })

  it('remembers nothing of what nobody will compare', async () => {
    const { transport, recall } = witness()
    await transport.request({ method: 'status' })
    expect(recall({ method: 'status' })).toBeUndefined()
  })

  it('forgets the oldest of more than sixty-four', async () => {
    const { transport, recall } = witness()
    for (let height = 1; height <= 65; height += 1) await transport.request(ask(height))
    expect(recall(ask(1))).toBeUndefined()
    expect(recall(ask(2))).toBeDefined()
  })
})

function witness() {
  const inner = createFakeTransport(({ params }) => `block ${params?.height}`)
  return createAnswerWitness(inner, ({ method }) => method === 'header')
}
