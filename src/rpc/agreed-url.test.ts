import { describe, expect, it } from 'vitest'
import { isAgreedUrl } from './agreed-url.ts'

const agreed = ['https://rpc.example.org', 'https://other.example.org/akash/?key=1']

describe('isAgreedUrl', () => {
  it.each([
    'https://rpc.example.org/',
    'https://RPC.example.org:443',
    'https://other.example.org/akash?key=1',
  ])('takes another spelling of what was agreed to: %s', (url) => {
    expect(isAgreedUrl(url, agreed)).toBe(true)
  })

  it.each([
    ['another scheme', 'http://rpc.example.org'],
    ['another key', 'https://other.example.org/akash?key=2'],
    ['credentials', 'https://me:secret@rpc.example.org'],
    ['no URL, though nothing else agreed to is one either', 'rpc'],
  ])('refuses %s', (_, url) => {
    expect(isAgreedUrl(url, [...agreed, 'also no URL'])).toBe(false)
  })
})
