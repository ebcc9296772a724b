import type { CollectionsView, CollectionView } from '../../wire';
import { Loaded, useLive } from '../live';
import { Panel } from '../parts/panel';
import { Badge, Empty } from '../parts/states';
import { hrefOf, type Route } from '../route';
import { countOf } from '../sizes';
import { QueryBox } from './query-box';

/** `#/data`: the collections; `#/data/COLLECTION?filter=&sort=&limit=&skip=`: one of them, with a query. */
export const Data = ({ route }: { readonly route: Route }) => {
  const [wanted] = route.rest;
  return (
    <Loaded of={useLive<CollectionsView>('/_local/console/collections')}>
      {({ collections }) => {
        if (collections.length === 0) {
          return (
            <Empty
              icon="data"
              title="还没有集合"
              note="部署时建集合；npm start 会按 _stores 里的声明建好。"
            />
          );
        }
        const chosen = collections.find(({ name }) => name === wanted);
        return (
          <div className={chosen === undefined ? 'data' : 'data chosen'}>
            <Collections of={collections} chosen={chosen?.name} />
            {chosen === undefined ? (
              <div className="data-hint">
                <Empty icon="search" title="选一个集合" note="看它的记录和索引，用查询试一试它怎么读。" />
              </div>
            ) : (
              <div className="stack wide">
                <p className="data-back">
                  <a className="button" href={hrefOf(['data'])}>
                    返回全部集合
                  </a>
                </p>
                <QueryBox key={chosen.name} collection={chosen} query={route.query} />
                <Indexes of={chosen} />
              </div>
            )}
          </div>
        );
      }}
    </Loaded>
  );
};

const Collections = ({
  of,
  chosen,
}: {
  readonly of: readonly CollectionView[];
  readonly chosen: string | undefined;
}) => (
  <nav className="collections" aria-label="集合">
    <ul className="card flush rows">
      {of.map(({ name, count, indexes }) => (
        <li key={name}>
          <a
            className="row"
            href={hrefOf(['data', name])}
            aria-current={name === chosen ? 'true' : undefined}
          >
            <span className="words">
              {name}
              {indexes.length > 0 && <span className="small"> {countOf(indexes.length)} 个索引</span>}
            </span>
            <span className="end">{countOf(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Indexes = ({ of: { indexes } }: { readonly of: CollectionView }) => (
  <Panel title="索引" note="照 _stores 里的声明；编号（_id）总有。">
    {indexes.length === 0 ? (
      <Empty icon="data" title="没有别的索引" note="除了按编号读，其他查询都会扫全表。" />
    ) : (
      <ul className="card flush rows">
        {indexes.map(({ name, keys, unique, multikey }) => (
          <li key={name} className="row">
            <span className="words">
              <strong>{name}</strong>
              <br />
              <code className="mono">
                {keys.map(({ field, direction }) => `${field} ${direction === 1 ? '↑' : '↓'}`).join(' · ')}
              </code>
            </span>
            {multikey && <Badge mood="info">数组</Badge>}
            {unique && <Badge mood="good">唯一</Badge>}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
