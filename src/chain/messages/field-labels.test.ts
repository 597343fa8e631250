import { describe, expect, it } from 'vitest'
import { joinLabels, labelElement, labelField } from './field-labels.ts'

describe('labels of fields', () => {
  it.each([
    ['max_age_num_blocks', 'Maximum age in blocks'],
    ['min_deposits', 'Minimum deposits'],
    ['code_ids', 'Code IDs'],
    ['bond_denom', 'Staking denomination'],
    ['max_price_deviation_bps', 'Maximum price deviation (hundredths of a percent)'],
    ['host_uri', 'Host URI'],
    ['params', ''],
    ['constructor', 'Constructor'],
  ])('write %s out as "%s"', (name, label) => expect(labelField(name)).toBe(label))

  it.each([
    ['changes', 0, 'Change 1'],
    ['allowed_addresses', 1, 'Allowed address 2'],
    ['upgrade_policies', 0, 'Upgrade policy 1'],
    ['code_ids', 9, 'Code ID 10'],
    ['address', 0, 'Address 1'],
  ])('count the elements of %s from 1', (name, index, label) => {
    expect(labelElement(name, index)).toBe(label)
  })

  it('read as one phrase below another, leaving abbreviations alone', () => {
    expect(joinLabels('Evidence', 'Maximum bytes')).toBe('Evidence maximum bytes')
    expect(joinLabels('Resource 1', 'CPU')).toBe('Resource 1 CPU')
    expect(joinLabels('', 'Authority')).toBe('Authority')
    expect(joinLabels('CPU units', '')).toBe('CPU units')
  })
})
