import { View } from '@tarojs/components';

/** Every drawing of icon.scss. */
export type IconName =
  | 'home'
  | 'shield'
  | 'paper'
  | 'person'
  | 'family'
  | 'phone'
  | 'camera'
  | 'picture'
  | 'card'
  | 'calendar'
  | 'clock'
  | 'pause'
  | 'info'
  | 'alert'
  | 'warning'
  | 'done'
  | 'refused'
  | 'check'
  | 'close'
  | 'add'
  | 'remove'
  | 'forward'
  | 'back'
  | 'down'
  | 'bell'
  | 'share'
  | 'save'
  | 'copy'
  | 'link'
  | 'edit'
  | 'delete'
  | 'retry'
  | 'search'
  | 'money'
  | 'medical'
  | 'injury'
  | 'heart'
  | 'chart'
  | 'list'
  | 'text'
  | 'place'
  | 'star'
  | 'star-full'
  | 'mic'
  | 'play'
  | 'stop';

interface IconProps {
  name: IconName;
  /** small: as high as the text around it; large: one and a half. */
  size?: 'small' | 'large';
  /** Colour comes from the class's `color`; without one, from the text around. */
  className?: string;
}

/** A line icon in the colour of the text around it. It is ornament: the words beside it say what is meant. */
export function Icon({ name, size, className = '' }: IconProps) {
  const classes = ['icon', `icon-${name}`, size === undefined ? '' : `icon-${size}`, className];
  return <View className={classes.filter(Boolean).join(' ')} />;
}
