/** The colours a motif is painted with: cloth or pack, its second colour, its paper label and its print. */
export type Palette = { main: string; accent: string; paper: string; ink: string }

const paper = '#FBF6EC'

/** Traditional Japanese colours, softened until they sit together on the sunk ground. */
export const palettes = {
  kinari: { main: '#F0E8D8', accent: '#C9A66B', paper, ink: '#8A7A5E' },
  yuki: { main: '#F7F4EE', accent: '#B9C4C9', paper, ink: '#7C868C' },
  ai: { main: '#3F628C', accent: '#E9E2D2', paper, ink: '#27466B' },
  asagi: { main: '#8FB3C2', accent: '#F3EFE6', paper, ink: '#3D6475' },
  mizu: { main: '#CFE0EA', accent: '#5F8FB3', paper, ink: '#41708F' },
  koke: { main: '#74875A', accent: '#EFE8D6', paper, ink: '#4A5B36' },
  matcha: { main: '#A9BE83', accent: '#F6F0DF', paper, ink: '#56702F' },
  sumi: { main: '#5A5650', accent: '#D8CDBB', paper, ink: '#36322D' },
  nezu: { main: '#B4B0A8', accent: '#F3EEE4', paper, ink: '#69655E' },
  shu: { main: '#C2573F', accent: '#F5E6D3', paper, ink: '#98392A' },
  azuki: { main: '#8E4B4A', accent: '#F1DED0', paper, ink: '#6B3131' },
  sakura: { main: '#EFC3C6', accent: '#FBF1EC', paper, ink: '#B26A74' },
  fuji: { main: '#B3A5C6', accent: '#F2ECF3', paper, ink: '#6D5E86' },
  yamabuki: { main: '#E3B04B', accent: '#FBF0D2', paper, ink: '#8F6312' },
  hinoki: { main: '#CFA36B', accent: '#F3E4C8', paper, ink: '#83582B' },
  kogecha: { main: '#7C5A40', accent: '#E9D6BC', paper, ink: '#543A27' },
  kraft: { main: '#C9A271', accent: '#47652F', paper, ink: '#7A5730' },
} as const satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes
