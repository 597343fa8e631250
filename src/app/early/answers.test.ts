import { describe, expect, it } from 'vitest'
import { type EarlyAnswer, earlyKey, withEarlyAnswers } from './answers.ts'

const URL = 'http://node.test/'
const post = (body: string) => ({ method: 'POST', body })

describe('withEarlyAnswers', () => {
  it('hands out an answer under way instead of asking again, and only once', async () => {
    const { fetch, asked } = setup({ status: 200, headers: new Headers(), text: 'early' })
    expect(await (await fetch(URL, post('a'))).text()).toBe('early')
    expect(await (await fetch(URL, post('a'))).text()).toBe('late')
    expect(asked).toEqual(['a'])
  })

  it('asks by itself for anything else', async () => {
    const { fetch, asked } = setup({ status: 200, headers: new Headers(), text: 'early' })
    expect(await (await fetch(URL, post('b'))).text()).toBe('late')
    expect(asked).toEqual(['b'])
  })

  it('keeps the status and the headers, which say when to come back', async () => {
    const headers = new Headers({ 'Retry-After': '7' })
    const { fetch } = setup({ status: 429, headers, text: '' })
    const response = await fetch(URL, post('a'))
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7'])
  })

  it.each([
    ['failed', new TypeError('Failed to fetch')],
    ['was redirected', { status: 0, headers: new Headers(), text: '' }],
  ])(
    'asks again when the early request %s, so that the usual path can tell',
    async (_how, early) => {
      const { fetch, asked } = setup(early)
      expect(await (await fetch(URL, post('a'))).text()).toBe('late')
      expect(asked).toEqual(['a'])
    },
  )
})

function setup(early: EarlyAnswer | Error) {
  const asked: string[] = []
  const answers = new Map([
    [earlyKey(URL, 'a'), early instanceof Error ? Promise.reject(early) : Promise.resolve(early)],
  ])
  const fetch: typeof globalThis.fetch = (_input, init) => {
    asked.push(String(init?.body))
    return Promise.resolve(new Response('late'))
  }
  return { asked, fetch: withEarlyAnswers(fetch, answers) }
}
