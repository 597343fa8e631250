/**
 * Names somebody might really choose, some to annoy: the length limit, other scripts, right to left, two that look
 * alike, markup, control characters and a reversed order of letters. At most 70 bytes, as x/staking allows.
 */
export const ODD_MONIKERS: readonly string[] = [
  'Harborline',
  'Harborl\u0456ne',
  'N',
  '🚀 Lift-off Staking 🌕',
  'Северный узел',
  '星雲ノード',
  '雪山验证者',
  'عقدة الصحراء',
  'תחנת הגליל',
  'The Society for the Careful Keeping of Other People’s Keys, Ltd №7',
  '<img src=x onerror=alert(1)>\u202Egnikats\u202C\u0007\u001B[31m',
  '  spaces   all\tover  ',
  'Zażółć Gęślą',
  'Ελαιώνας Νοδε',
  'null',
  '0',
  'a\u0301\u0323\u0308\u0301\u0323\u0308\u0301 stacked accents',
  '👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈',
  'akash.example.org',
  '=HYPERLINK("https://x.example","stake")',
]

export const MONIKER_WORDS: readonly [string, ...string[]] = [
  'Amber',
  'Basalt',
  'Cedar',
  'Delta',
  'Ember',
  'Fjord',
  'Granite',
  'Hazel',
  'Iris',
  'Juniper',
  'Kestrel',
  'Larch',
  'Meadow',
  'Nimbus',
  'Opal',
  'Petrel',
  'Quartz',
  'Rook',
  'Sable',
  'Tundra',
  'Umber',
  'Verbena',
  'Willow',
  'Yarrow',
]

export const MONIKER_ENDINGS: readonly [string, ...string[]] = [
  ' Validator',
  ' Staking',
  ' Nodes',
  'Node',
  ' Collective',
  ' & Sons',
  '.zone',
  ' Infrastructure',
  ' DAO',
  ' ⚛',
  'Pool',
  '',
]

/** Websites that are not what a browser should open without thought; the rest are plain. */
export const HOSTILE_WEBSITES: readonly string[] = [
  'javascript:alert(document.domain)',
  'https://akash.network@stake.example.org/login',
  'data:text/html,<script>alert(1)</script>',
  '//stake.example.org',
  'https://\u0430kash.example',
  'http://127.0.0.1:26657/unsafe_flush_mempool',
]
