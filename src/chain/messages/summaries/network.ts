import { type Summary, type SummaryTable, setsParameters } from './summary.ts'

const addPrice: Summary = ({ field, find }) =>
  `Report the price of ${field('id.denom')} in ${field('id.base_denom')}: ${find('price') ?? field('price.price')}`

const fundVault: Summary = ({ field }) =>
  `Move ${field('amount')} from ${field('source')} to the vault`

/** Akash's providers, auditors and certificates, its oracle, and burning and minting (BME). */
export const NETWORK_SUMMARIES: SummaryTable = {
  'akash.provider.v1beta4.MsgCreateProvider': ({ field }) =>
    `Register the provider ${field('host_uri')}`,
  'akash.provider.v1beta4.MsgUpdateProvider': ({ field }) =>
    `Change the provider ${field('host_uri')}`,
  'akash.provider.v1beta4.MsgDeleteProvider': ({ field }) =>
    `Remove the provider ${field('owner')}`,
  'akash.audit.v1.MsgSignProviderAttributes': ({ field }) =>
    `${field('auditor')} vouches for attributes of provider ${field('owner')}`,
  'akash.audit.v1.MsgDeleteProviderAttributes': ({ field }) =>
    `${field('auditor')} no longer vouches for attributes of provider ${field('owner')}`,
  'akash.cert.v1.MsgCreateCertificate': ({ field }) => `Publish a certificate of ${field('owner')}`,
  'akash.cert.v1.MsgRevokeCertificate': ({ field }) =>
    `Revoke certificate ${field('id.serial')} of ${field('id.owner')}`,
  'akash.bme.v1.MsgUpdateParams': setsParameters('burning and minting (BME)'),
  'akash.bme.v1.MsgFundVault': fundVault,
  'akash.bme.v1.MsgSeedVault': fundVault,
  'akash.bme.v1.MsgBurnMint': ({ field }) =>
    `Burn ${field('coins_to_burn')} to mint ${field('denom_to_mint')}`,
  'akash.bme.v1.MsgMintACT': ({ field }) => `Burn ${field('coins_to_burn')} to mint ACT`,
  'akash.bme.v1.MsgBurnACT': ({ field }) => `Burn ${field('coins_to_burn')} for AKT`,
  'akash.oracle.v1.MsgAddPriceEntry': addPrice,
  'akash.oracle.v2.MsgAddPriceEntry': addPrice,
  'akash.oracle.v1.MsgUpdateParams': setsParameters('the price oracle'),
  'akash.oracle.v2.MsgUpdateParams': setsParameters('the price oracle'),
  'akash.take.v1.MsgUpdateParams': setsParameters('fees on leases (take)'),
  'akash.wasm.v1.MsgUpdateParams': setsParameters("Akash's rules for smart contracts"),
}
