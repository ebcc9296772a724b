import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';

/** Where nothing is yet: what will appear here, and the one step that makes it appear. */
export const Empty = ({
  icon,
  title,
  note,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  readonly children?: ReactNode;
}) => (
  <div className="empty">
    <Icon name={icon} />
    <strong>{title}</strong>
    <p className="second">{note}</p>
    {children}
  </div>
);

export const Waiting = () => (
  <div className="waiting" role="status" aria-label="正在读取">
    <i />
    <i />
    <i />
  </div>
);

type Mood = 'bad' | 'due' | 'good' | 'info';

/** One sentence about what happened; bad news is read out at once. */
export const Notice = ({ mood, children }: { readonly mood: Mood; readonly children: ReactNode }) => (
  <div className={`notice ${mood}`} role={mood === 'bad' ? 'alert' : 'status'}>
    <Icon name={mood === 'good' ? 'done' : 'alert'} />
    <div>{children}</div>
  </div>
);

/** A state as word and shape: colour is never the only sign. */
export const Badge = ({
  mood,
  children,
}: {
  readonly mood: Mood | 'plain';
  readonly children: ReactNode;
}) => <span className={`badge ${mood}`}>{children}</span>;
