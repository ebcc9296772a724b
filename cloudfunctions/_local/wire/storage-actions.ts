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
        download_list: files.map((file) => {
          const maxAge = file.max_age;
          return storage.downloadUrl(
            requiredText(file, 'fileid'),
            typeof maxAge === 'number' ? maxAge : undefined,
          );
        }),
      });
    }
    case 'storage.batchDeleteFile': {
      const files = bounded(texts(body, 'fileid_list'));
      return data({ delete_list: await Promise.all(files.map((file) => storage.delete(file))) });
    }
    case 'storage.batchCopyFile': {
      const files = bounded(objects(body, 'file_list'));
      const copied = [];
      for (const file of files) {
        copied.push(
          await storage.copy(requiredText(file, 'src_path'), requiredText(file, 'dst_path'), {
            overwrite: file.overwrite !== false,
            removeOriginal: file.remove_original === true,
          }),
        );
      }
      return data({ copy_list: copied });
    }
    default:
      throw notSupported(`The action ${action}`);
  }
}

function bounded<T>(files: T[]): T[] {
  if (files.length > MOST_FILES) throw invalidParam(`At most ${MOST_FILES} files at once.`);
  return files;
}

function data(value: unknown): Answer {
  return { kind: 'data', data: JSON.stringify(value) };
}
