const trees = [
  [230, 63, 9],
  [214, 86, 12],
  [237, 114, 8],
  [29, 188, 9],
  [258, 192, 8],
  [20, 414, 10],
  [34, 521, 9],
  [73, 527, 12],
  [116, 532, 8],
  [58, 617, 14],
  [96, 644, 18],
  [144, 617, 12],
  [193, 664, 17],
  [231, 625, 10],
  [29, 675, 11],
  [309, 674, 9],
  [347, 625, 12],
  [386, 664, 17],
  [501, 664, 18],
  [550, 625, 11],
  [309, 540, 8],
  [453, 536, 10],
  [540, 491, 13],
  [533, 529, 9],
  [560, 516, 10],
  [569, 86, 8],
  [627, 57, 12],
  [625, 88, 9],
  [631, 211, 11],
  [627, 289, 8],
  [629, 452, 11],
  [625, 501, 14],
  [631, 540, 9],
  [617, 675, 10],
  [743, 57, 12],
  [772, 92, 16],
  [810, 69, 12],
  [888, 63, 13],
  [753, 173, 9],
  [829, 145, 10],
  [887, 540, 11],
  [747, 540, 10],
  [887, 665, 16],
  [762, 664, 13],
  [732, 693, 10],
] as const

/** The land of the town: roads, river, bridge, pond and trees. Nothing here moves. */
export function Ground() {
  return (
    <g>
      <path d="M0 0h908v722H0z" fill="light-dark(#f3efe6, #12110e)" />
      <g fill="light-dark(#fdfcf9, #1c1a17)">
        <path d="M0 152h647v29H0zM0 345h908v46H0zM0 559h617v27H0z" />
        <path d="M268 0h31v722h-31zM583 0h31v586h-31zM710 0h25v722h-25z" />
      </g>
      <g fill="light-dark(#dbe5ec, #15202a)">
        <path
          d="M648 0c10 60-12 130-6 190 6 70 20 120 12 190-8 90 22 130 22 210 0 60-8 90-6 132h38V0z"
          transform="translate(2 0)"
        />
        <path d="M356 616c0-16 24-26 52-26s56 10 56 26-20 28-58 28-50-12-50-28z" />
      </g>
      <path
        d="M672 20c10 60-18 90-10 160M688 400c-14 60 10 100 0 170"
        stroke="light-dark(#c2d3df, #22323f)"
        fill="none"
        strokeWidth="1.2"
      />
      <path d="M633 338h75v60h-75z" fill="light-dark(#e3d2b5, #3a2f22)" />
      <path d="M633 338h75M633 398h75" stroke="#b98d55" strokeWidth="3.4" />
      <path d="M645 340v56M660 340v56M675 340v56M690 340v56" stroke="light-dark(#f1e6d2, #4a3d2c)" strokeWidth="1" />
      {trees.map(([x, y, r]) => (
        <g key={`${x} ${y}`}>
          <circle cx={x + 2} cy={y + 3} r={r} fill="#000" opacity="0.05" />
          <circle cx={x} cy={y} r={r} fill="light-dark(#c3d0ad, #1f281a)" />
          <circle cx={x - r / 4} cy={y - r / 4} r={r / 2} fill="light-dark(#b2c39a, #29351f)" />
        </g>
      ))}
    </g>
  )
}
