import type { Shelves } from './basket.ts'
import type { Crowd } from './crowd.ts'
import type { Person } from './people.ts'
import type { Taste } from './tastes.ts'
import type { Mood, Wants } from './wants.ts'

/** What everybody's plans of a day draw on. */
export type Town = {
  shelves: Shelves
  wants: Wants
  crowd: Crowd
  mood: Mood
  taste: (person: Person) => Taste
  scale: number
}
