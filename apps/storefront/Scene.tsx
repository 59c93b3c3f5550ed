export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

/** The season of a month in Japan, 1 to 12. */
export function seasonOf(month: number): Season {
  if (month >= 3 && month <= 5) return 'spring'
  if (month >= 6 && month <= 8) return 'summer'
  return month >= 9 && month <= 11 ? 'autumn' : 'winter'
}

// By day and by night: who reads in the dark is not dazzled by noon.
const dim = (day: string, night: string) => `light-dark(${day}, ${night})`

type Tones = { sky: string; sun: string; far: string; near: string; leaf: string; leafLight: string; fall: string }

const tones: Record<Season, Tones> = {
  spring: {
    sky: dim('#f5efe3', '#20212b'),
    sun: dim('#f8e3bd', '#efe3c4'),
    far: dim('#dbe2cb', '#2a313a'),
    near: dim('#b9c9a1', '#2f3b36'),
    leaf: dim('#eebcc2', '#9c6f7a'),
    leafLight: dim('#f8dcdc', '#b98b92'),
    fall: dim('#eab0b8', '#b98b92'),
  },
  summer: {
    sky: dim('#eef3f0', '#18232b'),
    sun: dim('#fbe9b7', '#f0e6c2'),
    far: dim('#cfe0cf', '#22333a'),
    near: dim('#9fbf93', '#263d36'),
    leaf: dim('#7fa768', '#48694a'),
    leafLight: dim('#a5c48c', '#5f8259'),
    fall: dim('#a5c48c', '#c9d98f'),
  },
  autumn: {
    sky: dim('#f7eede', '#241f26'),
    sun: dim('#f6d9a8', '#f3dcae'),
    far: dim('#e3dcc0', '#302d33'),
    near: dim('#c3b98a', '#3a362c'),
    leaf: dim('#cf6a3c', '#91492c'),
    leafLight: dim('#e39a58', '#b06f3c'),
    fall: dim('#c9552f', '#b06f3c'),
  },
  winter: {
    sky: dim('#eff1f2', '#1b2028'),
    sun: dim('#f6e7cd', '#efe9da'),
    far: dim('#dfe5e6', '#28303a'),
    near: dim('#c2cfc9', '#35414a'),
    leaf: dim('#e4e9e8', '#8793a0'),
    leafLight: dim('#fafbfa', '#a9b4bf'),
    fall: dim('#ffffff', '#dde3e8'),
  },
}

const wood = {
  far: dim('#dcb27c', '#6b4e2f'),
  near: dim('#c3925a', '#573d22'),
  edge: dim('#8f6535', '#7d5a34'),
  joint: dim('#a9773f', '#3d2a17'),
  trunk: dim('#6e5039', '#4c3a2d'),
  shade: dim('#7a5226', '#1c1209'),
}
const tea = {
  cup: dim('#f3ede1', '#c9c0b0'),
  rim: dim('#e9e2d3', '#b8af9f'),
  tea: dim('#93a65a', '#76884a'),
  glaze: dim('#6e8fb4', '#56749a'),
  glazeFar: dim('#47678f', '#37527a'),
  steam: dim('#ffffff', '#e6e0d4'),
  leaf: dim('#557a45', '#41603a'),
  vein: dim('#86a770', '#6c8c5c'),
}

/** The view from the veranda: hills, one tree of the season, a cup and a sweet on the boards. Lit from the upper left, by the moon where the page is dark. */
export function Scene({ season, className = '' }: { season: Season; className?: string }) {
  const t = tones[season]
  return (
    <svg
      viewBox="0 0 358 234"
      preserveAspectRatio="xMaxYMax meet"
      className={`overflow-visible ${className}`}
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="boards" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={wood.far} />
          <stop offset="1" stopColor={wood.near} />
        </linearGradient>
        <linearGradient id="cup" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor={tea.glaze} />
          <stop offset="1" stopColor={tea.glazeFar} />
        </linearGradient>
        <linearGradient id="sweet" x1="0.2" y1="0" x2="0.8" y2="1">
          <stop offset="0" stopColor={t.leafLight} />
          <stop offset="1" stopColor={t.leaf} />
        </linearGradient>
      </defs>
      <path d="M-800 0h1600v234h-1600z" fill={t.sky} />
      <circle cx="306" cy="46" r="31" fill={t.sun} />
      <path d="M-800 168h918c42-40 92-62 146-56 34 4 66 16 96 22v34z" fill={t.far} />
      <path d="M-800 168h910c40-18 88-30 136-26 40 3 78 10 114 6v20z" fill={t.near} />
      <path d="M345 168c2-22-3-44-18-60l6-4c8 8 13 17 15 26 2-8 8-14 16-18l3 6c-12 6-15 20-15 50z" fill={wood.trunk} />
      <g fill={t.leaf}>
        <circle cx="296" cy="92" r="25" />
        <circle cx="322" cy="70" r="31" />
        <circle cx="352" cy="98" r="28" />
        <circle cx="318" cy="106" r="21" />
        <circle cx="356" cy="58" r="24" />
      </g>
      <g fill={t.leafLight}>
        <circle cx="288" cy="84" r="12" />
        <circle cx="316" cy="60" r="17" />
        <circle cx="346" cy="90" r="13" />
        <circle cx="352" cy="48" r="11" />
      </g>
      <g fill={t.fall}>
        <ellipse cx="232" cy="100" rx="3.4" ry="2.2" transform="rotate(-28 232 100)" />
        <ellipse cx="252" cy="112" rx="3.6" ry="2.4" transform="rotate(34 252 112)" />
        <ellipse cx="213" cy="145" rx="3.4" ry="2.2" transform="rotate(30 213 145)" />
        <ellipse cx="277" cy="138" rx="3.6" ry="2.3" transform="rotate(-12 277 138)" />
      </g>
      <path d="M-800 168h1600v70h-1600z" fill="url(#boards)" />
      <path d="M-800 166.500h1600v3h-1600z" fill={wood.edge} />
      <g stroke={wood.joint} strokeWidth="1" opacity="0.7">
        <path d="M-800 186.500h1600M-800 207.500h1600" />
        <path d="M30 177h62M190 197h50M96 219h74M262 214h66M226 178.500h40M8 198h34" strokeWidth="0.7" />
      </g>
      <g>
        <ellipse cx="243" cy="182" rx="16" ry="2.6" fill={wood.shade} opacity="0.3" />
        <path d="M227.5 149h25l-3.4 31a3 3 0 0 1-3 2.600h-12.200a3 3 0 0 1-3-2.600z" fill={tea.cup} />
        <path d="M227.5 149h25l-1.6 15c-4 3-7-2-11 0-4 2.5-8 .5-11 1z" fill="url(#cup)" />
        <ellipse cx="240" cy="149" rx="12.5" ry="3" fill={tea.rim} />
        <ellipse cx="240" cy="149.3" rx="10.5" ry="2.2" fill={tea.tea} />
        <path
          d="M236 142c-2-3 2-4 0-7M243 142c-2-3 2-4 0-7"
          stroke={tea.steam}
          strokeWidth="1.3"
          fill="none"
          opacity="0.8"
        />
      </g>
      <g>
        <ellipse cx="290" cy="184" rx="25" ry="3" fill={wood.shade} opacity="0.3" />
        <path d="M270 183c-4-20 6-34 20-34s24 14 20 34z" fill="url(#sweet)" />
        <path d="M276 164c2-6 6-9 11-10" stroke={tea.steam} strokeWidth="2.2" fill="none" opacity="0.65" />
        <path d="M264 183c12-9 30-13 50-8-6 11-32 15-50 8z" fill={tea.leaf} />
        <path d="M264 183c14-3 32-5 50-8" stroke={tea.vein} strokeWidth="1" fill="none" />
      </g>
    </svg>
  )
}
