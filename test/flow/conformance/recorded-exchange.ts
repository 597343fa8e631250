import { join } from 'node:path'
import { loadScene } from '../../../src/demo-chain/replay/load-scene.ts'
import type { Scene } from '../../../src/demo-chain/replay/scene.ts'
import type { Json } from '../../../src/demo-chain/server/json.ts'

export const RECORDINGS = join(import.meta.dirname, '..', '..', 'recordings')
export const SCENES = ['steady', 'market', 'halt', 'halt-partial', 'resumed'] as const
export type SceneName = (typeof SCENES)[number]

/** A question as it goes over HTTP. */
export interface Asked {
  readonly httpMethod: string
  readonly target: string
  /** JSON where it is JSON, text where it is not. */
  readonly body: Json
}

/** What a node of a scene was asked, and what it said. */
export interface RecordedExchange {
  /** Such as `steady/001-status-archive`. */
  readonly name: string
  readonly scene: SceneName
  readonly endpoint: string
  readonly asked: Asked
  readonly status: number
  readonly answer: Json
}

export async function readScenes(): Promise<ReadonlyMap<SceneName, Scene>> {
  const scenes = new Map<SceneName, Scene>()
  for (const name of SCENES) scenes.set(name, await loadScene(join(RECORDINGS, name)))
  return scenes
}

/** Everything a scene's nodes were asked. What nobody answered, for the process was dead, is no exchange. */
export function listExchanges(scene: Scene, name: SceneName): RecordedExchange[] {
  return scene.answers.flatMap(({ file, endpoint, request, status, response }) => {
    if (status === undefined) return []
    const asked = readAsked(request)
    const plainName = file.replace(/\.json$/, '')
    return [
      { name: `${name}/${plainName}`, scene: name, endpoint, asked, status, answer: response },
    ]
  })
}

function readAsked(request: Json): Asked {
  if (typeof request !== 'string') return { httpMethod: 'POST', target: '/', body: request }
  const [, httpMethod = 'POST', target = '/', body = ''] =
    /^(GET|POST) (\/\S*) ?(.*)$/s.exec(request) ?? []
  if (target !== '/' || request.startsWith('GET')) return { httpMethod, target, body }
  return { httpMethod: 'POST', target: '/', body: request }
}
