const withoutDecomposition: Readonly<Record<string, string>> = {
  ø: 'o', Ø: 'O', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ß: 'ss', ẞ: 'SS', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 'th', Þ: 'TH', ħ: 'h', Ħ: 'H', ı: 'i', ŋ: 'n', Ŋ: 'N', ĳ: 'ij', Ĳ: 'IJ',
}

/** The same text in plain Latin letters: é becomes e, ø becomes o, ß becomes ss. Dutch has no ae for ä (sepa §2.1). */
export const stripAccents = (text: string): string =>
  text.replace(/[øØæÆœŒßẞłŁđĐðÐþÞħĦıŋŊĳĲ]/g, (letter) => withoutDecomposition[letter] ?? letter)
    .normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
