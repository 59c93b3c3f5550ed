export type Staff = {
  code: string
  family: string
  given: string
  family_kana: string
  given_kana: string
  en: string
  role: 'clerk' | 'agent' | 'marketer' | 'merchandiser' | 'manager' | 'admin'
  places: string[]
  /** Demo only: the production mode refuses these. */
  pin: string
}

const staffOf = (
  code: string,
  names: string,
  en: string,
  role: Staff['role'],
  places: string[],
  pin: string,
): Staff => {
  const [family = '', given = '', family_kana = '', given_kana = ''] = names.split(' ')
  return { code, family, given, family_kana, given_kana, en, role, places, pin }
}

/** Who works in the town. */
export const staff: Staff[] = [
  staffOf('S-001', '大西 真理 オオニシ マリ', 'Mari Onishi', 'marketer', ['office'], '1001'),
  staffOf('S-002', '安藤 隆 アンドウ タカシ', 'Takashi Ando', 'admin', ['office'], '1002'),
  staffOf('S-003', '久保 理沙 クボ リサ', 'Risa Kubo', 'merchandiser', ['office', 'warehouse'], '1003'),
  staffOf('S-005', '水野 直人 ミズノ ナオト', 'Naoto Mizuno', 'marketer', ['office'], '1005'),
  staffOf('S-011', '中村 彩 ナカムラ アヤ', 'Aya Nakamura', 'clerk', ['setagaya'], '1011'),
  staffOf('S-012', '原田 健 ハラダ ケン', 'Ken Harada', 'manager', ['setagaya'], '1012'),
  staffOf('S-016', '森本 千尋 モリモト チヒロ', 'Chihiro Morimoto', 'manager', ['shinjuku'], '1016'),
  staffOf('S-017', '佐藤 莉子 サトウ リコ', 'Riko Sato', 'clerk', ['shinjuku'], '1017'),
  staffOf('S-018', '平野 悠 ヒラノ ユウ', 'Yu Hirano', 'clerk', ['shinjuku'], '1018'),
  staffOf('S-021', '岡 さくら オカ サクラ', 'Sakura Oka', 'clerk', ['shibuya'], '1021'),
  staffOf('S-022', '武田 蓮 タケダ レン', 'Ren Takeda', 'manager', ['shibuya'], '1022'),
  staffOf('S-025', '西田 翼 ニシダ ツバサ', 'Tsubasa Nishida', 'clerk', ['marunouchi'], '1025'),
  staffOf('S-026', '上田 香織 ウエダ カオリ', 'Kaori Ueda', 'manager', ['marunouchi', 'yurakucho'], '1026'),
  staffOf('S-028', '工藤 拓也 クドウ タクヤ', 'Takuya Kudo', 'clerk', ['yurakucho'], '1028'),
  staffOf('S-031', '北川 静 キタガワ シズカ', 'Shizuka Kitagawa', 'manager', ['kitayama'], '1031'),
  staffOf('S-032', '藤井 陽菜 フジイ ヒナ', 'Hina Fujii', 'clerk', ['kitayama'], '1032'),
  staffOf('S-035', '松尾 大地 マツオ ダイチ', 'Daichi Matsuo', 'manager', ['gion'], '1035'),
  staffOf('S-036', '小川 ひかり オガワ ヒカリ', 'Hikari Ogawa', 'clerk', ['gion'], '1036'),
  staffOf('S-041', '成田 雪 ナリタ ユキ', 'Yuki Narita', 'manager', ['sapporo'], '1041'),
  staffOf('S-045', '比嘉 夏海 ヒガ ナツミ', 'Natsumi Higa', 'manager', ['naha'], '1045'),
  staffOf('S-051', '横山 恵 ヨコヤマ メグミ', 'Megumi Yokoyama', 'agent', ['office'], '1051'),
  staffOf('S-052', '宮崎 誠 ミヤザキ マコト', 'Makoto Miyazaki', 'agent', ['office'], '1052'),
  staffOf('S-013', '金井 遥 カナイ ハルカ', 'Haruka Kanai', 'clerk', ['setagaya'], '1013'),
  staffOf('S-019', '堀 美月 ホリ ミヅキ', 'Mizuki Hori', 'clerk', ['shinjuku'], '1019'),
  staffOf('S-020', '野口 湊 ノグチ ミナト', 'Minato Noguchi', 'clerk', ['shinjuku'], '1020'),
  staffOf('S-023', '矢野 詩織 ヤノ シオリ', 'Shiori Yano', 'clerk', ['shibuya'], '1023'),
  staffOf('S-024', '関 大樹 セキ ダイキ', 'Daiki Seki', 'clerk', ['shibuya'], '1024'),
  staffOf('S-027', '島田 芽衣 シマダ メイ', 'Mei Shimada', 'clerk', ['marunouchi'], '1027'),
  staffOf('S-029', '柳 直子 ヤナギ ナオコ', 'Naoko Yanagi', 'clerk', ['yurakucho'], '1029'),
  staffOf('S-033', '永井 楓 ナガイ カエデ', 'Kaede Nagai', 'clerk', ['kitayama'], '1033'),
  staffOf('S-034', '片山 智 カタヤマ サトシ', 'Satoshi Katayama', 'clerk', ['kitayama', 'kyoto-station'], '1034'),
  staffOf('S-037', '辻 真由 ツジ マユ', 'Mayu Tsuji', 'clerk', ['gion'], '1037'),
  staffOf('S-038', '土屋 颯太 ツチヤ ソウタ', 'Sota Tsuchiya', 'clerk', ['kyoto-station'], '1038'),
  staffOf('S-042', '大塚 花 オオツカ ハナ', 'Hana Otsuka', 'clerk', ['sapporo'], '1042'),
  staffOf('S-043', '桜井 舞 サクライ マイ', 'Mai Sakurai', 'clerk', ['sapporo'], '1043'),
  staffOf('S-046', '玉城 海斗 タマキ カイト', 'Kaito Tamaki', 'clerk', ['naha'], '1046'),
  staffOf('S-053', '浜田 由香 ハマダ ユカ', 'Yuka Hamada', 'agent', ['office'], '1053'),
  staffOf('S-062', '松井 和也 マツイ カズヤ', 'Kazuya Matsui', 'clerk', ['warehouse'], '1062'),
  staffOf('S-063', '新井 里美 アライ サトミ', 'Satomi Arai', 'manager', ['warehouse'], '1063'),
  staffOf('S-061', '吉川 浩 ヨシカワ ヒロシ', 'Hiroshi Yoshikawa', 'clerk', ['warehouse'], '1061'),
]
