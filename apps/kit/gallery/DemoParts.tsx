import { useState } from 'react'
import { Button } from '../Button.tsx'
import { nowIso } from '../clock.ts'
import { DemoBar } from '../DemoBar.tsx'
import { DemoScenes } from '../DemoScenes.tsx'
import { DemoSheet } from '../DemoSheet.tsx'
import type { Demo } from '../demo.ts'
import { calendarDay } from '../format.ts'
import { LastShirt } from '../LastShirt.tsx'
import { SCENES } from '../scenes.ts'
import { Part } from './Part.tsx'
import { useGalleryWords } from './words.ts'

/** What only a demo shows; the bar itself appears only where the server is one. */
export function DemoParts() {
  const w = useGalleryWords()
  const [open, setOpen] = useState(false)
  const scenes = Object.entries(SCENES).flatMap(([name, text]) => (text ? [{ name, ...text, playing: false }] : []))
  const demo: Demo = { today: calendarDay(nowIso()), now: nowIso(), preparing: 0.4, people: [], scenes }
  return (
    <>
      <Part name="DemoBar">
        <div className="w-full">
          <DemoBar kind="member" name={null} look="strip" />
        </div>
        <DemoBar kind="staff" name={null} look="pill" />
      </Part>
      <Part name="DemoScenes">
        <DemoScenes scenes={scenes} />
      </Part>
      <Part name="LastShirt">
        <LastShirt />
      </Part>
      <Part name="DemoSheet">
        <Button look="outline" onPress={() => setOpen(true)}>
          {w.open}
        </Button>
        <DemoSheet demo={demo} kind="member" name={null} open={open} onClose={() => setOpen(false)} />
      </Part>
    </>
  )
}
