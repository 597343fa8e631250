import { truncateDec } from '../../../domain/decimal.ts'
import { formatCount } from '../../../domain/format-integer.ts'
import type { OverrideBound } from '../../../domain/tally/override-bound.ts'
import type { OverrideEffect } from './override-effect.ts'
import { powerPart, type Sentence } from './sentence.ts'

/** What delegators' own votes did, as far as it is bounded without reading one delegation. */
export function describeBound(bound: OverrideBound, delegatorVoters: number): readonly Sentence[] {
  switch (bound.kind) {
    case 'bounded': {
      const who = formatCount(delegatorVoters, 'account that operates', 'accounts that operate')
      return [
        [
          `${who} no validator voted for their own stake, which their validators then do not vote for. Held against the validators' full stake, the node's tally shows that at least `,
          powerPart(bound.overriddenAtLeast),
          ' overrode a validator that voted, and no more than ',
          powerPart(bound.overriddenAtMost),
          ' can have.',
        ],
        bound.ofSilentValidators === 0n
          ? ['No stake of validators that have not voted has voted by itself.']
          : [
              powerPart(bound.ofSilentValidators),
              ' of the votes is stake with validators that have not voted.',
            ],
      ]
    }
    case 'tally-older-than-votes':
      return [
        [
          "The node's tally holds ",
          powerPart(bound.missing),
          ' less than the validators that voted bring alone, so it was counted before some of these votes. Nothing can be said of delegators until both are read at one height; read the page again.',
        ],
      ]
    case 'unusable-votes':
      return [
        [
          'Some of the votes read are such as no chain stores, so nothing can be said of what delegators did.',
        ],
      ]
  }
}

/** The same once every delegation is read. */
export function describeEffect(effect: OverrideEffect): readonly Sentence[] {
  const { overriding, otherwise, ofSilent, voters } = effect
  if (voters === 0) return [['No delegator has voted past a validator.']]
  return [
    [
      `${formatCount(voters, 'voter')} voted with stake delegated to others. `,
      ...(overriding === 0n
        ? ['None of it overrode a validator that voted']
        : [
            powerPart(truncateDec(overriding)),
            ' overrode a validator that voted, ',
            ...(otherwise === 0n
              ? ['all of it as the validator did']
              : [powerPart(truncateDec(otherwise)), ' of it otherwise than the validator']),
          ]),
      ...(ofSilent === 0n
        ? ['.']
        : [
            '; ',
            powerPart(truncateDec(ofSilent)),
            ' is stake with validators that have not voted.',
          ]),
    ],
  ]
}
