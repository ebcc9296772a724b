import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { CollectionView, QueryResult, QueryWish } from '../../wire';
import { ask } from '../doors';
import { Loaded } from '../live';
import { DocumentList } from '../parts/document-list';
import { ExplainCard } from '../parts/explain-card';
import { Panel } from '../parts/panel';
import { Empty } from '../parts/states';
import { goTo, hrefOf } from '../route';
import { countOf } from '../sizes';

const LIMITS = ['20', '50', '100'] as const;

/** A query by form; what was asked stands in the address. */
export const QueryBox = ({
  collection,
  query,
}: {
  readonly collection: CollectionView;
  readonly query: URLSearchParams;
}) => {
  const asked = {
    filter: query.get('filter') ?? '',
    sort: query.get('sort') ?? '',
    limit: query.get('limit') ?? LIMITS[0],
    skip: query.get('skip') ?? '',
  };
  const [filter, setFilter] = useState(asked.filter);
  const [sort, setSort] = useState(asked.sort);
  const [limit, setLimit] = useState(asked.limit);
  const wish: QueryWish = {
    collection: collection.name,
    filter: asked.filter,
    sort: asked.sort,
    skip: Number(asked.skip),
    limit: Number(asked.limit),
  };
  const result = useQuery({
    queryKey: ['query', wish],
    queryFn: ({ signal }) =>
      ask<{ data: QueryResult }>('/_local/console/query', { method: 'POST', body: wish, signal }),
    placeholderData: keepPreviousData,
  });

  const run = (event?: FormEvent): void => {
    event?.preventDefault();
    const next = hrefOf(['data', collection.name], { filter: filter.trim(), sort: sort.trim(), limit });
    if (next === window.location.hash) void result.refetch();
    else goTo(next);
  };
  const runOnEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
  };
  const pageAt = (skip: number): string =>
    hrefOf(['data', collection.name], { ...asked, skip: skip > 0 ? String(skip) : '' });

  return (
    <>
      <Panel
        title={collection.name}
        note={`${countOf(collection.count)} 条记录。查询只读，加密的字段照存的样子显示。`}
      >
        <form className="card stack" onSubmit={run} onKeyDown={runOnEnter}>
          <label className="field">
            <span>条件（JSON 或 EJSON）</span>
            <textarea
              rows={3}
              value={filter}
              placeholder='{"state": "paid"}'
              spellCheck={false}
              autoCapitalize="off"
              onChange={(event) => setFilter(event.target.value)}
            />
          </label>
          <div className="query-line">
            <label className="field">
              <span>排序</span>
              <input
                className="code"
                value={sort}
                placeholder='{"createdAt": -1}'
                spellCheck={false}
                autoCapitalize="off"
                onChange={(event) => setSort(event.target.value)}
              />
            </label>
            <label className="field">
              <span>最多几条</span>
              <select value={limit} onChange={(event) => setLimit(event.target.value)}>
                {LIMITS.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </label>
            <button type="submit" className="button primary">
              查询
            </button>
          </div>
        </form>
      </Panel>
      <Loaded of={{ data: result.error === null ? result.data?.data : undefined, error: result.error }}>
        {({ documents, explain }) => (
          <>
            <ExplainCard of={explain} idle={asked.filter + asked.sort === ''} sorted={asked.sort !== ''} />
            <Panel
              title="记录"
              note={
                documents.length === 0
                  ? '没有找到。'
                  : `第 ${countOf(wish.skip + 1)} 到 ${countOf(wish.skip + documents.length)} 条`
              }
            >
              {documents.length === 0 ? (
                <Empty icon="search" title="没有符合的记录" note="放宽条件，或者把条件清空再查一次。" />
              ) : (
                <DocumentList documents={documents} />
              )}
              {(wish.skip > 0 || documents.length === wish.limit) && (
                <div className="actions">
                  {wish.skip > 0 && (
                    <a className="button" href={pageAt(Math.max(0, wish.skip - wish.limit))}>
                      上一页
                    </a>
                  )}
                  {documents.length === wish.limit && (
                    <a className="button" href={pageAt(wish.skip + wish.limit)}>
                      下一页
                    </a>
                  )}
                </div>
              )}
            </Panel>
          </>
        )}
      </Loaded>
    </>
  );
};
