import { dark, edge, light } from './brush.ts'
import { box, circle, column, ellipse, label, leaf, line, print, rules, shape, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'

export const jam: Motif = {
  palette: 'shu',
  paint: (b, { main, paper, ink }) => {
    const glass = symmetric(
      [122, 208],
      [
        [142, 224, 144, 240, 144, 262],
        [144, 500],
        [144, 540, 128, 552, 104, 554],
      ],
      5,
    )
    return (
      b.contact(320, 556, 140) +
      shape(glass, b.round(main), edge(main), 2.6) +
      shape(symmetric([122, 208], [[140, 224, 143, 240, 143, 262]], 3), b.round(light(main, 0.55))) +
      [
        [214, 330],
        [412, 352],
        [230, 520],
        [404, 522],
        [424, 440],
      ]
        .map(([x = 0, y = 0], i) => circle(x, y, 14 + (i % 3) * 4, dark(main, 0.22), ' opacity=".5"'))
        .join('') +
      shape('M196 118H444L452 206Q320 226 188 206Z', b.round('#E9DFCB'), '#C8BA9F', 2.4) +
      [...Array(12).keys()].map((i) => line(`M${206 + i * 21} 128v72`, '#BBAB8D', 2.4, 0.4)).join('') +
      line('M188 204Q320 226 452 204', '#86562A', 7) +
      label(b, 222, 306, 196, 164, paper) +
      print('いちじく', 320, 374, 38, ink, 800) +
      rules(320, 412, [120, 80], ink, 20, 4) +
      line('M196 250V520', '#FFFFFF', 11, 0.45)
    )
  },
}

export const honey: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, paper, ink }) => {
    const pot = symmetric(
      [112, 212],
      [
        [180, 250, 190, 320, 184, 380],
        [180, 470, 150, 540, 100, 552],
      ],
      6,
    )
    return (
      b.contact(320, 556, 136) +
      shape(pot, b.round(main), edge(main), 2.6) +
      box(202, 132, 236, 84, 14, b.round('#B98B57')) +
      line('M206 160H434M206 188H434', '#8B6A3E', 2.4, 0.5) +
      label(b, 236, 320, 168, 136, paper, 68) +
      print('蜂蜜', 320, 404, 54, ink, 800) +
      line('M178 296Q160 380 186 470', '#FFFFFF', 12, 0.5)
    )
  },
}

export const soySauce: Motif = {
  palette: 'kogecha',
  paint: (b, { main, paper, accent }) => {
    const d = symmetric(
      [34, 132],
      [
        [36, 200],
        [40, 240, 100, 250, 104, 310],
        [106, 520],
        [106, 544, 96, 554, 78, 556],
      ],
      4,
    )
    return (
      b.contact(320, 558, 108) +
      shape(d, b.round(dark(main, 0.2)), dark(main, 0.5), 2) +
      box(280, 88, 80, 56, 8, b.round('#C2573F')) +
      label(b, 226, 320, 188, 176, paper) +
      column('丸大豆', 286, 366, 38, dark(main, 0.2)) +
      column('醤油', 352, 384, 52, '#36322D') +
      line('M234 300V330', accent, 8, 0.6) +
      line('M238 312V520', '#FFFFFF', 8, 0.3)
    )
  },
}

export const sake: Motif = {
  palette: 'asagi',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric(
      [30, 128],
      [
        [32, 232],
        [36, 280, 92, 286, 96, 350],
        [98, 520],
        [98, 546, 88, 556, 70, 558],
      ],
      4,
    )
    return (
      b.contact(320, 560, 100) +
      shape(d, b.round(main), edge(main), 2.4) +
      box(286, 76, 68, 62, 6, b.round('#F0E8D8')) +
      line('M290 118H350', '#B93826', 5) +
      label(b, 250, 356, 140, 170, paper) +
      column('縁側', 320, 424, 60, ink) +
      box(352, 494, 22, 22, 3, '#B93826') +
      line('M240 370V520', '#FFFFFF', 9, 0.6) +
      line('M298 160V230', '#FFFFFF', 7, 0.6)
    )
  },
}

export const juice: Motif = {
  palette: 'yamabuki',
  paint: (b, { paper, ink }) => {
    const d = symmetric(
      [46, 132],
      [
        [50, 200],
        [56, 236, 112, 256, 114, 316],
        [114, 520],
        [114, 546, 100, 556, 80, 557],
      ],
      4,
    )
    return (
      b.contact(320, 558, 114) +
      shape(d, b.round('#F3ECDA', 0.7), '#CFC3AB', 2.4) +
      b.inside(d, box(190, 224, 260, 350, 0, b.round('#E8973F'))) +
      line('M262 226H378', '#F6C98A', 4) +
      box(268, 92, 104, 50, 8, b.round('#F3EEE4')) +
      label(b, 232, 330, 176, 168, paper) +
      circle(320, 390, 44, b.ball('#E8973F')) +
      leaf(322, 350, 44, -30, '#74875A') +
      print('みかん', 320, 476, 34, ink, 800) +
      line('M226 320V520', '#FFFFFF', 9, 0.5)
    )
  },
}

export const pickles: Motif = {
  palette: 'fuji',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric(
      [130, 196],
      [
        [140, 210, 142, 220, 142, 240],
        [142, 510],
        [142, 540, 128, 552, 108, 554],
      ],
      5,
    )
    return (
      b.contact(320, 556, 140) +
      shape(d, b.round('#EAF0E9', 0.6), '#C4CFC4', 2.4) +
      b.inside(
        d,
        [...Array(22).keys()]
          .map((i) =>
            ellipse(
              206 + ((i * 53) % 236),
              262 + ((i * 89) % 290),
              34,
              22,
              b.ball(['#9B6C9E', '#C9A2C6', '#7D9160'][i % 3] ?? '#9B6C9E'),
              ` transform="rotate(${(i * 47) % 90} ${206 + ((i * 53) % 236)} ${262 + ((i * 89) % 290)})"`,
            ),
          )
          .join(''),
      ) +
      shape(
        d,
        b.linear(
          [0, 0, 1, 0],
          [
            [0, '#FFFFFF', 0.3],
            [0.2, '#FFFFFF', 0.35],
            [0.5, '#FFFFFF', 0],
            [1, '#4A3016', 0.2],
          ],
        ),
      ) +
      box(184, 122, 272, 78, 12, b.round(light(main, 0.1))) +
      line('M190 150H450M190 174H450', dark(main, 0.25), 2.4, 0.4) +
      label(b, 244, 344, 152, 120, paper) +
      print('しば漬', 320, 416, 42, ink, 800) +
      rules(320, 440, [80], ink, 16, 4)
    )
  },
}
