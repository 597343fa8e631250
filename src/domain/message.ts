import type { Coin } from './coin.ts'

/** One value of a decoded message. The kinds are what a screen draws differently, not what protobuf distinguishes. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  /** Long or multi-line text that keeps its line breaks (legacy descriptions, JSON). */
  | { readonly kind: 'block'; readonly text: string }
  | { readonly kind: 'integer'; readonly value: bigint }
  /** A decimal already in human form, e.g. `0.667` */
  | { readonly kind: 'decimal'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'coins'; readonly coins: readonly Coin[] }
  /** A price per block or per unit: decimal text in base units with its denomination. */
  | {
      readonly kind: 'decimal-coins'
      readonly coins: readonly { readonly denom: string; readonly amount: string }[]
    }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'height'; readonly height: bigint }
  | { readonly kind: 'time'; readonly time: Date }
  | { readonly kind: 'duration'; readonly durationMs: number }
  /** Chain text that may be a link; the screen decides whether it is safe. */
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The field is absent on the wire and its absence means something. */
  | { readonly kind: 'absent'; readonly text: string }

/**
 * One readable row. `path` is the protobuf field path in the SDK's own spelling (`plan.height`,
 * `params.evidence.max_age_num_blocks`, `changes[0].subspace`); `label` is for people.
 */
export interface MessageField {
  readonly path: string
  readonly label: string
  readonly value: FieldValue
}

/** A plan to upgrade, as x/upgrade's `Plan` carries it. */
export interface Plan {
  readonly name: string
  readonly height: bigint
  readonly info: string
}

/** A message of a proposal: decoded into rows, or kept as the bytes it is. */
export type Message =
  | {
      readonly kind: 'decoded'
      readonly typeUrl: string
      /** What the message does in a few plain words, e.g. "Upgrade the chain to v2.2.0 at height 27,400,605". */
      readonly summary: string
      readonly fields: readonly MessageField[]
      /** Messages inside (`MsgExecLegacyContent` content, authz `MsgExec` msgs), in order. */
      readonly inner: readonly Message[]
      /** Set for upgrade messages, legacy or v1. */
      readonly plan?: Plan
    }
  | {
      readonly kind: 'undecoded'
      readonly typeUrl: string
      readonly bytes: Uint8Array
      /** `unknown-type`: no decoder for this type. `malformed`: a decoder exists and refused the bytes. */
      readonly reason: 'unknown-type' | 'malformed'
    }
