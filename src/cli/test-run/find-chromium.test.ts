import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from './find-chromium.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'skylight-chromium-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(name: string, mode = 0o755): Promise<string> {
  const file = path.join(folder, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, '', { mode })
  return file
}

describe('findChromium', () => {
  it('takes the one that is named before any other', async () => {
    const named = await put('own/chrome')
    await put('chromium')
    expect(findChromium({ CHROMIUM_PATH: named, PATH: folder })).toBe(named)
  })

  it('goes on looking when the named one cannot be run', async () => {
    const text = await put('notes.txt', 0o644)
    const chromium = await put('chromium')
    expect(findChromium({ CHROMIUM_PATH: text, PATH: folder })).toBe(chromium)
  })

  it('finds the newest one Playwright has fetched, where the system has none', async () => {
    await put('chromium-999/chrome-linux64/chrome')
    const newest = await put('chromium-1200/chrome-linux64/chrome')
    const env = { PATH: '', PLAYWRIGHT_BROWSERS_PATH: folder }
    expect(findChromium(env, [])).toBe(newest)
    expect(
      findChromium({ ...env, PLAYWRIGHT_BROWSERS_PATH: path.join(folder, 'none') }, []),
    ).toBeUndefined()
  })
})
