import type { TextCase } from './text-case.ts'

/** Sentences that say so. */
export const VERB_CASES: readonly TextCase[] = [
  ...(
    [
      ['This upgrade implements AEP-76.', 'third person'],
      ['Upgrade the network to implement AEP-76.', 'infinitive'],
      ['Upgrade implementing AEP-76.', 'participle'],
      ['Implementation of AEP-76.', 'noun'],
      ['This release introduces Burn Mint Equilibrium (AEP-76).', 'in brackets'],
      ['It adds support for AEP-76.', 'support'],
      ['Enables AEP-76 on mainnet.', 'enable'],
      ['The release delivers AEP-76 to providers.', 'deliver'],
      ['v2.2.0 ships AEP-76.', 'ship'],
      ['Includes the implementation of AEP-76.', 'include a noun'],
      ['This upgrade activates AEP-76.', 'activate'],
      ['AEP-76 is implemented by this upgrade.', 'passive'],
      ['AEP-76 will be activated at the upgrade height.', 'future passive of the plan itself'],
      ['AEP-76 (Burn Mint Equilibrium) is now enabled.', 'passive past brackets'],
      ['With this upgrade AEP-76 goes live.', 'go live'],
      ['If approved, this upgrade will implement AEP-76.', 'condition of every proposal'],
      ['Once passed, the network will introduce AEP-76.', 'once passed'],
      ['It not only fixes bugs but also implements AEP-76.', 'not only'],
      ['Implements resource reclamation as specified in AEP-76.', 'as specified in'],
      ['Changes:\n\nAdded AEP-76.', 'past at the start of a line'],
      ['This upgrade does not change fees and implements AEP-76.', 'another verb is denied'],
      ['AEP-76 was added in this release.', 'past, in this release'],
      ['This upgrade re-enables AEP-76.', 'once more'],
    ] as const
  ).map(([text, rule]): TextCase => ({ rule: `verb: ${rule}`, text, says: { 76: 'delivers' } })),
  {
    rule: 'verb: two verbs',
    text: 'This upgrade implements AEP-76 and enables AEP-78.',
    says: { 76: 'delivers', 78: 'delivers' },
  },
  {
    rule: 'verb: passive of several',
    text: 'AEP-76, AEP-78 and AEP-80 are included.',
    says: { 76: 'delivers', 78: 'delivers', 80: 'delivers' },
  },
  {
    rule: 'verb: named features',
    text: 'The upgrade introduces Burn Mint Equilibrium (AEP-76), CosmWasm (AEP-78), and an oracle (AEP-80).',
    says: { 76: 'delivers', 78: 'delivers', 80: 'delivers' },
  },
  {
    rule: 'verb: the text of a real upgrade',
    text: 'Upgrade to v2.1.0: reclamation (AEP-82), oracle v2 and smaller fixes. Implements AEP-82.',
    isUnversioned: true,
    says: { 82: 'delivers' },
  },
  {
    rule: 'verb: across a wrapped line',
    text: 'This upgrade implements\nAEP-76 and\nAEP-78.',
    says: { 76: 'delivers', 78: 'delivers' },
  },
  {
    rule: 'verb: including',
    text: 'Brings new modules, including AEP-76 and AEP-78.',
    says: { 76: 'delivers', 78: 'delivers' },
  },
]
