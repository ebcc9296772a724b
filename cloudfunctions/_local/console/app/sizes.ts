/** `1,234` */
export const countOf = (count: number): string => count.toLocaleString('zh-CN');

/** `1.2 MB` */
export const bytesOf = (bytes: number): string => {
  if (bytes < 1024) return `${String(bytes)} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};

/** `340 ms`, `2.1 秒` */
export const durationOf = (ms: number): string =>
  ms < 1000 ? `${String(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} 秒`;
