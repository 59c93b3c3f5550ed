import { useState } from 'react'
import { useAct } from './act.ts'
import { Button } from './Button.tsx'
import { beginScene, type DemoScene } from './demo.ts'
import { useKitWords } from './kitWords.ts'
import { Notice } from './Notice.tsx'
import { useLang, useText } from './words.ts'

/** Something to happen in the town: it is told on the timeline, and the console's 今 shows it. */
export function DemoScenes({ scenes: told }: { scenes: DemoScene[] }) {
  const w = useKitWords()
  const lang = useLang()
  const text = useText()
  const [begun, setBegun] = useState<DemoScene[] | null>(null)
  const begin = useAct(async (_key, scene: string) => setBegun(await beginScene(scene)))
  const scenes = begun ?? told
  if (scenes.length === 0) return null
  return (
    <section className="grid gap-2">
      <h3 className="text-14 text-ink-2">{w.demoScenes}</h3>
      {begin.refused && <Notice tone="refused">{text(begin.refused.text)}</Notice>}
      <div className="flex flex-wrap gap-2">
        {scenes.map((scene) => (
          <Button
            key={scene.name}
            look={scene.playing ? 'selected' : 'outline'}
            isDisabled={begin.busy || scenes.some(({ playing }) => playing)}
            onPress={() => begin.run(scene.name)}
          >
            {scene[lang]}
          </Button>
        ))}
      </div>
    </section>
  )
}
