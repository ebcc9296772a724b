import { create } from 'zustand';
import { readStored, writeStored } from '../storage/storage';
import { launchSettings, type LaunchSettings } from './launch-settings';

/** The three sizes of text that every page is designed for. */
export type TextScale = 1 | 1.4 | 1.75;

interface ThemeState extends LaunchSettings {
  /** 关怀版: larger text and one question at a time, by the person's own switch. */
  elder: boolean;
  setElder: (elder: boolean) => void;
}

const elderKey = 'elder';

const useThemeStore = create<ThemeState>((set) => ({
  ...launchSettings(),
  elder: readStored(elderKey) === true,
  setElder: (elder) => {
    writeStored(elderKey, elder);
    set({ elder });
  },
}));

/** The largest designed size that is not above what the phone asks for; the elder switch gives at least 1.4. */
export const textScaleOf = (textFactor: number, elder: boolean): TextScale => {
  if (textFactor >= 1.6) return 1.75;
  return textFactor >= 1.2 || elder ? 1.4 : 1;
};

const textClasses = { 1: '', 1.4: 'text-140', 1.75: 'text-175' } as const;

/** How pages look now, and the switch for the elder edition. */
export const useTheme = (): {
  /** Classes for a page's root; global, defined in styles/tokens.scss. */
  rootClass: string;
  textScale: TextScale;
  /** One question a screen: the elder switch is on or the text is large. */
  elder: boolean;
  setElder: (elder: boolean) => void;
} => {
  const { textFactor, theme, elder, setElder } = useThemeStore();
  const textScale = textScaleOf(textFactor, elder);
  const classes = [textClasses[textScale], theme === undefined ? '' : `theme-${theme}`];
  return { rootClass: classes.filter(Boolean).join(' '), textScale, elder: elder || textScale > 1, setElder };
};
