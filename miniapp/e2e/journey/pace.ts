/**
 * How long somebody takes for whom every screen is new and who is slow with a phone: a keystroke-level model (Card, Moran
 * and Newell, CACM 23(7), 1980) on a touch screen. Seconds.
 */
export const PACE = {
  /** M, before everything that is done: to decide on it. Card, Moran and Newell 1980. */
  decide: 1.35,
  /** P and the press: to find the place with a finger and press it, 1.1 + 0.2. Card, Moran and Newell 1980. */
  press: 1.3,
  /**
   * K, one key of the phone's keyboard: their figure for meaningless codes, 16 words a minute. The oldest of 37,000 people
   * who were measured on phones write 26 (Palin and others, MobileHCI 2019).
   */
  key: 0.75,
  /** Keys for one Chinese character: three letters of pinyin, and one choice for each word of two characters. */
  keysPerCharacter: 3.5,
  /**
   * One character that is read, 300 a minute: Chinese is read aloud at 255 (Trauzettel-Klosinski and Dietz, IOVS 53(9),
   * 2012), silently 1.3 times as fast (Brysbaert, Journal of Memory and Language 109, 2019), and a tenth is taken off for age.
   */
  read: 60 / 300,
  /** One character that is spoken, as in reading aloud: 255 a minute (as above). */
  spoken: 60 / 255,
  /** A wheel of the phone brought to its value: to decide, to push, to push again. */
  wheel: 1.35 + 2 * 1.3,
  /** The page pushed on: as long as a press; a push alone takes under 0.2 (El Batran and Dunlop, MobileHCI 2014). */
  push: 1.3,
  /** How far one push brings it, in screens. */
  pushed: 0.5,
} as const;

/** Letters, figures and characters: what is read and spoken; marks and spaces take no time of their own. */
export const signsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];
