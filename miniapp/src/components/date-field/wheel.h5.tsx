import type { ComponentProps } from 'react';
import type { Wheel as PhoneWheel } from './wheel';
import styles from './wheel.module.scss';

/** The browser's own calendar or clock, opened by pressing our box: its input lies over the box and is not seen. */
export function Wheel({
  id,
  kind,
  label,
  value,
  from,
  until,
  onChange,
  children,
}: ComponentProps<typeof PhoneWheel>) {
  return (
    <div className={styles.place}>
      {children}
      <input
        id={id}
        className={styles.unseen}
        type={kind}
        aria-label={label}
        value={value}
        min={from}
        max={until}
        onClick={(event) => event.currentTarget.showPicker()}
        onChange={(event) => {
          if (event.target.value !== '') onChange(event.target.value);
        }}
      />
    </div>
  );
}
