import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { FieldValue, Message } from '../../domain/message.ts'
import { MessageFields } from './MessageFields.tsx'

const now = new Date('2026-06-11T03:06:23Z')

function words(message: Message) {
  return renderToStaticMarkup(<MessageFields message={message} now={now} />)
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
}

function decoded(values: readonly FieldValue[], inner: readonly Message[] = []): Message {
  return {
    kind: 'decoded',
    typeUrl: '/cosmos.gov.v1.MsgUpdateParams',
    summary: 'Change the parameters of gov',
    fields: values.map((value, index) => ({
      path: `field_${index}`,
      label: `Field ${index}`,
      value,
    })),
    inner,
  }
}

describe('MessageFields', () => {
  it.each<[FieldValue, string]>([
    [{ kind: 'text', text: 'a\u202eb' }, 'a‹U+202E›b'],
    [{ kind: 'block', text: '{\n  "x": 1 }' }, '{ &quot;x&quot;: 1 }'],
    [{ kind: 'integer', value: 27_400_605n }, '27,400,605'],
    [{ kind: 'decimal', text: '0.667' }, '0.667'],
    [{ kind: 'flag', value: false }, 'no'],
    [{ kind: 'coins', coins: [{ denom: 'uakt', amount: 5_000_000n }] }, '5 AKT'],
    [{ kind: 'coins', coins: [] }, 'none'],
    [
      { kind: 'decimal-coins', coins: [{ denom: 'uakt', amount: '0.025' }] },
      '0.025 base units of AKT',
    ],
    [{ kind: 'address', address: 'akash1abc' }, 'akash1abc'],
    [{ kind: 'height', height: 27_400_605n }, '27,400,605'],
    [{ kind: 'time', time: new Date('2026-06-11T02:06:23Z') }, '1 h ago: 2026-06-11 02:06:23 UTC'],
    [{ kind: 'duration', durationMs: 1_209_600_000 }, '14 days'],
    [{ kind: 'link', text: 'javascript:alert(1)' }, 'javascript:alert(1)'],
    [{ kind: 'bytes', bytes: new Uint8Array([1, 255]) }, '2 bytes 01ff'],
    [{ kind: 'absent', text: 'not set: the default applies' }, 'not set: the default applies'],
  ])('draws the value of row %#', (value, text) => {
    expect(words(decoded([value]))).toContain(`Field 0 field_0 ${text}`)
  })

  it('shows type, size and bytes of what it cannot decode', () => {
    const text = words({
      kind: 'undecoded',
      typeUrl: '/akash.take.v1.MsgUpdateParams',
      bytes: new Uint8Array([10, 3]),
      reason: 'unknown-type',
    })
    expect(text).toContain('/akash.take.v1.MsgUpdateParams')
    expect(text).toContain('2 bytes')
    expect(text).toContain('0a03')
  })

  it('draws messages inside, and counts those nested too deep to be drawn', () => {
    const nested = Array.from({ length: 9 }).reduce<Message>(
      (message) => decoded([], [message]),
      decoded([]),
    )
    expect(words(nested)).toContain('1 message inside, nested too deep to be shown')
  })
})
