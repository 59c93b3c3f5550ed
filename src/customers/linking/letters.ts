/** Letters of names and addresses brought to one form for comparison: widths, variants of kanji, readings as plain Latin letters. */

// 旧字体 with their 新字体 (the table of 常用漢字表, a cabinet notice) and the variants people's names and places are written with.
const variants = new Map(
  (
    '夲本 濵浜 穗穂 雙双 鬭闘 貳弐 壹壱 戾戻 亞亜 惡悪 壓圧 圍囲 醫医 爲為 隱隠 榮栄 營営 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 櫻桜 奧奥 橫横 溫温 穩穏 假仮 價価 畫画 會会 壞壊 懷懐 繪絵 槪概 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 渴渇 ' +
    '罐缶 卷巻 陷陥 勸勧 寬寛 關関 歡歓 觀観 旣既 氣気 歸帰 龜亀 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 狹狭 鄕郷 曉暁 區区 驅駆 勳勲 薰薫 徑径 惠恵 揭掲 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 ' +
    '藝芸 擊撃 缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 硏研 縣県 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 黃黄 鑛鉱 號号 國国 黑黒 碎砕 濟済 齊斉 劑剤 雜雑 參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸 齒歯 兒児 辭辞 ' +
    '濕湿 實実 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 奬奨 將将 涉渉 燒焼 稱称 證証 乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 眞真 盡尽 圖図 粹粋 ' +
    '醉酔 隨随 髓髄 數数 樞枢 瀨瀬 聲声 靜静 竊窃 攝摂 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 壯壮 爭争 莊荘 搜捜 插挿 巢巣 曾曽 瘦痩 裝装 總総 騷騒 增増 臟臓 藏蔵 卽即 屬属 續続 墮堕 體体 對対 ' +
    '帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 徵徴 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 讀読 屆届 惱悩 腦脳 ' +
    '霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 晚晩 蠻蛮 祕秘 濱浜 甁瓶 拂払 佛仏 倂併 竝並 變変 邊辺 步歩 寶宝 豐豊 襃褒 飜翻 每毎 萬万 滿満 麵麺 默黙 餠餅 彌弥 譯訳 藥薬 與与 豫予 餘余 譽誉 搖揺 ' +
    '樣様 謠謡 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 淚涙 壘塁 禮礼 勵励 隸隷 靈霊 齡齢 曆暦 歷歴 戀恋 鍊錬 爐炉 勞労 樓楼 郞郎 祿禄 錄録 灣湾 髙高 﨑崎 碕崎 嵜崎 㟢崎 𠮷吉 濵浜 邉辺 齋斉 嶋島 ' +
    '嶌島 桒桑 栁柳 槗橋 枩松 枀松 栢柏 桺柳 舘館 舩船 舖舗 鋪舗 冨富 峯峰 冝宜 藪薮 籔薮 龝秋 穐秋 凉涼 圀国 囯国 埜野 釼剣 劔剣 剱剣 劒剣 莵兎 菟兎 兔兎 塲場 羡羨 逹達 逺遠 濶闊 喆哲 晧皓 晄晃 ' +
    '昻昂 翆翠 曻昇 穰穣 彥彦 渕淵 渊淵 鄊郷 苅刈 蘓蘇 稻稲 薗園 蕋蕊 籏旗 糺糾 繩縄 耻恥 臯皐 皋皐 躰体 辨弁 辯弁 瓣弁 遙遥 鈎鉤 閒間 鄰隣 鴈雁 靑青 靏鶴 鸖鶴 霍鶴 靍鶴 頴穎 飮飲 騨驒 ' +
    '鯵鰺 鷗鴎 鹸鹼 梹檳 檜桧 槇槙 檮梼 泻潟 淸清 焰炎 煕熙 凞熙 熈熙 瑤瑶 甞嘗 畧略 畺疆 皙晳 眾衆 祢禰 秌秋 竒奇 篭籠 簑蓑 簔蓑 葢蓋 蒋蔣 蘂蕊 蝋蠟 蠣蛎 諫諌 譱善 讃讚 賎賤 迯逃 銕鉄 鎚槌 镸長 ' +
    '间間 鰮鰯 鳬鴨 靱靭 莱萊 祗祇 頚頸 溌潑 砿鉱 礪砺 礦鉱 罇樽 鐏樽 桝枡 棃梨 恊協 戶戸 户戸 撿検 斈学 晉晋 晢晰 暎映 朞期 朖朗 吳呉 吴呉 內内 凜凛 刄刃 刧劫 勗勖 匀勻 卄廿 卋世 ' +
    '厦廈 厩廐 廏廐 嚢囊 圡土 埀垂 塡填 壻婿 姊姉 娛娯 寳宝 尙尚 屛屏 巖巌 巗巌 峩峨 嶢尭 堯尭 帋紙 庿廟 廸迪 彝彜 徃往 斎斉 蘆芦'
  )
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)

/** A text for comparison: NFKC, lower case, no accents, variants of kanji folded. */
export function folded(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  let out = ''
  for (const char of plain) {
    const code = char.codePointAt(0) as number
    if (code < 0x2e80) out += code < 0x80 ? char : char.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    else if (code < 0xe0100 || code > 0xe01ef) out += variants.get(char) ?? char
  }
  return out.replace(/\s+/g, ' ').trim()
}

/** Whether a text is written in kana only. */
export function isKana(text: string): boolean {
  return /^[\u3041-\u309f\u30a0-\u30ff\s]+$/.test(text.normalize('NFKC'))
}

/** Whether kanji or kana occur in a text. */
export function isJapanese(text: string): boolean {
  return /[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]|[\ud840-\ud87f]/.test(text)
}

const syllables = new Map<string, string>()
function teach(kana: string, latin: string) {
  const sounds = latin.split(' ')
  kana.split(' ').forEach((sign, at) => {
    syllables.set(sign, sounds[at] as string)
  })
}
teach(
  'ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト',
  'a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to',
)
teach('ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ', 'na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo')
teach(
  'ラ リ ル レ ロ ワ ヰ ヱ ヲ ン ガ ギ グ ゲ ゴ ザ ジ ズ ゼ ゾ',
  'ra ri ru re ro wa i e o n ga gi gu ge go za ji zu ze zo',
)
teach('ダ ヂ ヅ デ ド バ ビ ブ ベ ボ パ ピ プ ペ ポ ヴ', 'da ji zu de do ba bi bu be bo pa pi pu pe po vu')
teach('ァ ィ ゥ ェ ォ ャ ュ ョ ヮ ヵ ヶ', 'a i u e o ya yu yo wa ka ke')

/** A reading (kana, or Latin letters in any of the usual ways) as plain letters, long vowels short, so that オオノ, Ohno and Ōno are one. */
export function sound(text: string): string {
  const kana = text
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60))
    .toLowerCase()
  let latin = ''
  for (const char of kana) {
    const small = 'ャュョァィゥェォ'.includes(char)
    const said = syllables.get(char)
    if (char === 'ッ' || char === 'ー') continue
    if (said === undefined) latin += char
    else if (small && /[aiueo]$/.test(latin)) {
      // キャ, シャ, ファ: the small sign takes the vowel's place.
      const stem = latin.slice(0, -1)
      const glide = 'ャュョ'.includes(char) && !/(sh|ch|j)$/.test(stem)
      latin = stem + (glide ? said : said.slice(-1))
    } else latin += said
  }
  return latin
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/^si|([^s])si/g, '$1shi')
    .replace(/sy(?=[auo])/g, 'sh')
    .replace(/(ty|cy)(?=[auo])/g, 'ch')
    .replace(/(zy|jy|dy)(?=[auo])/g, 'j')
    .replace(/ti/g, 'chi')
    .replace(/(?<!t)tu/g, 'tsu')
    .replace(/(?<![scw])hu/g, 'fu')
    .replace(/(zi|di)/g, 'ji')
    .replace(/(du|dzu)/g, 'zu')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/(?<=o)h(?![aiueo])/g, '')
    .replace(/tch/g, 'ch')
    .replace(/([^aiueon])\1+/g, '$1')
    .replace(/ou|oo/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/nn(?=[^aiueo]|$)/g, 'n')
}
