import type { FileView, FilesView } from '../../wire';
import { momentOf } from '../china-time';
import { Icon } from '../icon';
import { Loaded, useLive } from '../live';
import { Chips, Panel } from '../parts/panel';
import { Badge, Empty } from '../parts/states';
import { hrefOf, type Route } from '../route';
import { bytesOf, countOf } from '../sizes';

const folderOf = (path: string): string => path.slice(0, path.indexOf('/') + 1) || '/';

/** `#/files?in=FOLDER/` */
export const Files = ({ route }: { readonly route: Route }) => {
  const wanted = route.query.get('in') ?? '';
  return (
    <Loaded of={useLive<FilesView>('/_local/console/files')}>
      {({ files }) => {
        if (files.length === 0) {
          return (
            <Empty icon="files" title="还没有文件" note="家人报案时传的照片，会先到 claims-inbox/ 里。" />
          );
        }
        const folders = [...new Set(files.map(({ path }) => folderOf(path)))].sort();
        const shown = files.filter(({ path }) => wanted === '' || folderOf(path) === wanted);
        const bytes = shown.reduce((sum, { size }) => sum + size, 0);
        return (
          <>
            <Chips
              label="文件夹"
              of={['', ...folders].map((folder) => ({
                name: folder === '' ? '全部' : folder,
                href: hrefOf(['files'], { in: folder }),
                chosen: folder === wanted,
              }))}
            />
            <Panel
              title={wanted === '' ? '全部文件' : wanted}
              note={`${countOf(shown.length)} 个，共 ${bytesOf(bytes)}；新的在上面。`}
            >
              <ul className="card flush rows">
                {shown.map((file) => (
                  <FileRow key={file.path} file={file} />
                ))}
              </ul>
            </Panel>
          </>
        );
      }}
    </Loaded>
  );
};

const FileRow = ({ file }: { readonly file: FileView }) => {
  const address = `/_local/console/file?${new URLSearchParams({ path: file.path }).toString()}`;
  const isPicture = file.contentType.startsWith('image/');
  return (
    <li>
      <a className="row" href={address} target="_blank" rel="noreferrer">
        {isPicture ? (
          <img className="thumb" src={address} alt="" loading="lazy" />
        ) : (
          <span className="thumb">
            <Icon name="paper" />
          </span>
        )}
        <span className="words">
          <span className="mono">{file.path}</span>
          <br />
          <span className="small">
            {momentOf(file.storedAt)} · {bytesOf(file.size)}
          </span>
        </span>
        <Badge mood="plain">{file.contentType.replace(/;.*/, '')}</Badge>
      </a>
    </li>
  );
};
