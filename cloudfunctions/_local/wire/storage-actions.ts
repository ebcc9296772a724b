import { notSupported, invalidParam } from '../engine/errors';
import type { FileStorage } from '../storage/storage';
import type { Answer } from './envelope';
import { type RequestBody, objects, requiredText, texts } from './request-body';

/** Source: the SDK's storage calls take at most 50 files each. */
const MOST_FILES = 50;

/** Answers the `storage.*` actions. */
export async function answerStorageAction(
  action: string,
  body: RequestBody,
  storage: FileStorage,
): Promise<Answer> {
  switch (action) {
    case 'storage.getUploadMetadata':
      return data(storage.uploadMetadata(requiredText(body, 'path')));
    case 'storage.batchGetDownloadUrl': {
      const files = bounded(objects(body, 'file_list'));
      return data({
        download_list: files.map((file) => storage.downloadUrl(requiredText(file, 'fileid'), maxAgeOf(file))),
      });
    }
    case 'storage.batchDeleteFile': {
      const files = bounded(texts(body, 'fileid_list'));
      return data({ delete_list: await Promise.all(files.map((file) => storage.delete(file))) });
    }
    case 'storage.batchCopyFile': {
      const copies = bounded(objects(body, 'file_list')).map((file) => ({
        source: requiredText(file, 'src_path'),
        target: requiredText(file, 'dst_path'),
        how: { overwrite: file.overwrite !== false, removeOriginal: file.remove_original === true },
      }));
      for (const { source, target } of copies) storage.checkCopy(source, target);
      const copied = [];
      for (const { source, target, how } of copies) copied.push(await storage.copy(source, target, how));
      return data({ copy_list: copied });
    }
    default:
      throw notSupported(`The action ${action}`);
  }
}

/** Seconds; undefined leaves it to the storage. */
function maxAgeOf(file: RequestBody): number | undefined {
  const { max_age: maxAge } = file;
  if (maxAge === undefined || maxAge === null) return undefined;
  if (typeof maxAge !== 'number' || !Number.isInteger(maxAge) || maxAge < 1)
    throw invalidParam('"max_age" must be a whole number of seconds.');
  return maxAge;
}

function bounded<T>(files: T[]): T[] {
  if (files.length > MOST_FILES) throw invalidParam(`At most ${MOST_FILES} files at once.`);
  return files;
}

function data(value: unknown): Answer {
  return { kind: 'data', data: JSON.stringify(value) };
}
