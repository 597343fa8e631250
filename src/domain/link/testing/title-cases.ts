import type { TextCase } from './text-case.ts'

/** Titles. */
export const TITLE_CASES: readonly TextCase[] = [
  ...(
    [
      ['Mainnet 19: upgrade to v2.2.0, AEP-83', 'list'],
      ['Mainnet 19 (AEP-83)', 'brackets'],
      ['Akash v2.2.0 - AEP-83', 'dash'],
      ['AEP-83: Confidential compute', 'first'],
      ['Upgrade to v2.2.0 for AEP-83', 'for'],
      ['v2.2.0 with Confidential Compute (AEP-83)', 'with'],
      ['Mainnet 19: fixes, AEP-83', 'an item of its own'],
      ['Implement AEP-83', 'verb'],
    ] as const
  ).map(
    ([text, rule]): TextCase => ({
      rule: `title: ${rule}`,
      text,
      role: 'title',
      says: { 83: 'delivers' },
    }),
  ),
  ...(
    [
      ['Hotfix for AEP-83', 'hotfix'],
      ['Mainnet 20: follow-up to AEP-83', 'follow-up'],
      ['Cancel the upgrade (AEP-83)', 'cancel'],
      ['Prepare mainnet for AEP-83', 'prepare'],
      ['Discussion: AEP-83', 'discussion'],
      ['[Testnet] AEP-83', 'testnet'],
      ['v2.2.1 AEP-83 patch', 'patch'],
      ['v2.3.0 without AEP-83', 'without'],
      ['Should we adopt AEP-83?', 'question'],
    ] as const
  ).map(
    ([text, rule]): TextCase => ({
      rule: `title near: ${rule}`,
      text,
      role: 'title',
      says: { 83: 'mentions' },
    }),
  ),
  { rule: 'title: removes', text: 'Remove AEP-23', role: 'title', says: { 23: 'removes' } },
  {
    rule: 'title: several',
    text: 'Mainnet 17: AEP-76, AEP-78 & AEP-80',
    role: 'title',
    says: { 76: 'delivers', 78: 'delivers', 80: 'delivers' },
  },
]
