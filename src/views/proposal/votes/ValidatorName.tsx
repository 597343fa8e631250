import { AddressText } from '../../../ui/text/AddressText.tsx'

export interface ValidatorNameProps {
  /** Unique in its list, made visible already (validator-label.ts). */
  readonly label: string
}

/** A validator by its unique label; the address stands beneath, see `ValidatorAddress`. */
export function ValidatorName({ label }: ValidatorNameProps) {
  // From left to right: a label isolates the letters that do not run so.
  return (
    <bdi dir="ltr" className="chain-text font-medium">
      {label}
    </bdi>
  )
}

export function ValidatorAddress({ address }: { readonly address: string }) {
  return (
    <small className="block text-xs text-ink-3">
      <AddressText address={address} />
    </small>
  )
}
