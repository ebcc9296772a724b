import { useEffect, useRef, type ComponentType } from 'react';
import type { Overview as OverviewData } from '../wire';
import { minuteOf, lengthOf, longDayOf, dayOf } from './china-time';
import { Icon, type IconName } from './icon';
import { useLive, usePulse } from './live';
import { Notice } from './parts/states';
import { hrefOf, useRoute, type Route } from './route';
import { Data } from './sections/data';
import { Faults } from './sections/faults';
import { Files } from './sections/files';
import { Functions } from './sections/functions';
import { Messages } from './sections/messages';
import { Overview } from './sections/overview';
import { Wechat } from './sections/wechat';
import { useNow } from './now';

interface Section {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
  readonly page: ComponentType<{ readonly route: Route }>;
}

const OVERVIEW: Section = { path: '', name: '总览', icon: 'overview', page: Overview };
const SECTIONS: readonly Section[] = [
  OVERVIEW,
  { path: 'functions', name: '函数', icon: 'functions', page: Functions },
  { path: 'data', name: '数据', icon: 'data', page: Data },
  { path: 'files', name: '文件', icon: 'files', page: Files },
  { path: 'wechat', name: '微信', icon: 'wechat', page: Wechat },
  { path: 'messages', name: '消息', icon: 'messages', page: Messages },
  { path: 'faults', name: '故障', icon: 'faults', page: Faults },
];

export const App = () => {
  const route = useRoute();
  const section = SECTIONS.find(({ path }) => path === route.section) ?? OVERVIEW;
  const overview = useLive<OverviewData>('/_local/console/overview');
  const main = useRef<HTMLElement>(null);
  const shown = useRef(section.path);

  useEffect(() => {
    document.title = `${section.name} · 本地云`;
    if (shown.current === section.path) return;
    shown.current = section.path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [section]);

  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        跳到内容
      </a>
      <Places current={section} overview={overview.data} />
      <div className="column">
        <header className="top">
          <h1>{section.name}</h1>
          <Time />
          <PulseButton />
        </header>
        {overview.error !== null && (
          <div className="lost">
            <Notice mood="bad">{overview.error.message}</Notice>
          </div>
        )}
        <main id="main" ref={main} tabIndex={-1}>
          <section.page route={route} />
        </main>
      </div>
    </div>
  );
};

const Places = ({
  current,
  overview,
}: {
  readonly current: Section;
  readonly overview: OverviewData | undefined;
}) => {
  const faults = overview?.developmentFaults.length ?? 0;
  return (
    <nav className="places" aria-label="本地云">
      <div className="identity-of-place">
        <span className="mark">
          <Icon name="shield" />
        </span>
        <div>
          <strong>暖家保</strong>
          <span className="small">本地云</span>
        </div>
      </div>
      <ul>
        {SECTIONS.map(({ path, name, icon }) => (
          <li key={path}>
            <a
              className="place"
              href={hrefOf([path])}
              aria-current={path === current.path ? 'page' : undefined}
            >
              <Icon name={icon} />
              {name}
              {path === 'faults' && faults > 0 && (
                <span className="count-mark" role="img" aria-label={`${String(faults)} 条开发故障`}>
                  {faults > 99 ? '99+' : faults}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      <div className="rail-foot">
        <RailTime offsetMs={overview?.offsetMs} />
        <a className="button" href="/">
          打开小程序
        </a>
      </div>
    </nav>
  );
};

const RailTime = ({ offsetMs }: { readonly offsetMs: number | undefined }) => {
  const now = useNow();
  if (now === undefined || offsetMs === undefined) return null;
  return (
    <p className="small">
      {longDayOf(now)}
      <br />
      {Math.abs(offsetMs) < 60_000
        ? '和这台电脑同步'
        : `比这台电脑${offsetMs > 0 ? '快' : '慢'} ${lengthOf(offsetMs)}`}
    </p>
  );
};

const Time = () => {
  const now = useNow();
  if (now === undefined) return null;
  return (
    <p className="time" title="云上时间">
      {dayOf(now)} {minuteOf(now)}
    </p>
  );
};

const PulseButton = () => {
  const { paused, setPaused } = usePulse();
  return (
    <button
      type="button"
      className="pulse"
      aria-pressed={paused}
      aria-label="暂停刷新"
      title={paused ? '已暂停，点一下接着刷新' : '每 2 秒刷新，点一下暂停'}
      onClick={() => setPaused(!paused)}
    >
      <Icon name={paused ? 'play' : 'pause'} />
      <span className="pulse-word">{paused ? '已暂停' : '实时'}</span>
    </button>
  );
};
