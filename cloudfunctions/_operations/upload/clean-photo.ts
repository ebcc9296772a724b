import { MAX_PHOTO_BYTES } from '../../../shared/claim/filing';
import type { Place } from '../../../shared/errors/app-error';
import type { CleanImage, NotAPhoto } from '../../_core/ports/images';
import type { Workshop } from '../../_core/operation';

/** What is wrong with an upload, without its place in the input. */
export type UploadFault = Omit<Place, 'path'>;

/** What is said of a file that is no photo that can be kept, and how to make one of it. */
const WORDS: Readonly<Record<NotAPhoto, string>> = {
  empty: '这张照片是空的，没有传完整。请重新添加。',
  damaged: '这张照片没有传完整，或者已经损坏。请重新拍一张。',
  tooManyPixels: '这张照片的尺寸太大。请在相机里选小一点的照片尺寸重拍，或者截图后再传。',
  heic: '这是 HEIC 格式的照片。请在手机“设置 → 相机 → 格式”选“兼容性最佳”后重拍，或者截图后再传。',
  avif: '这是 AVIF 格式的图片。请打开后截图，再传截图。',
  gif: '这是 GIF 动图。请打开后截图，再传截图。',
  animated: '这是会动的图片。请打开后截图，再传截图。',
  forPrinting: '这是印刷用的图片（CMYK），手机显示不准。请打开后截图，再传截图。',
  otherPicture: '这种格式的图片收不了。请打开后截图，再传截图。',
  pdf: '这是 PDF 文件，不是照片。请打开后一页一页截图，再传截图。',
  document: '这是文档或表格，不是照片。请打开后截图，再传截图。',
  archive: '这是压缩包，不是照片。请先解压，再把里面的照片传上来。',
  program: '这是程序，不是照片，不能接收。请重新拍一张。',
  video: '这是视频，不是照片。请对着材料拍照片，或者放到清楚处截图后再传。',
  mp3: '这是录音，不是照片。请重新拍一张。',
  aac: '这是录音，不是照片。请重新拍一张。',
  m4a: '这是录音，不是照片。请重新拍一张。',
  wav: '这是录音，不是照片。请重新拍一张。',
  otherAudio: '这是录音，不是照片。请重新拍一张。',
  text: '这是文字或网页文件，不是照片。请打开后截图，再传截图。',
  unknown: '这个文件不是照片，请重新拍一张。',
};

/** Reads an upload and makes it safe to keep. Another kind of file, a broken one or a huge one is told with what to do. */
export const cleanPhoto = async (
  { ports }: Pick<Workshop, 'ports'>,
  fileId: string,
): Promise<CleanImage | { readonly ok: false; readonly fault: UploadFault }> => {
  const uploaded = await ports.files.read(fileId);
  if (!uploaded) return { ok: false, fault: { code: 'PHOTO_MISSING' } };
  if (uploaded.length > MAX_PHOTO_BYTES) return { ok: false, fault: { code: 'PHOTO_TOO_LARGE' } };
  const cleaned = await ports.images.clean(uploaded);
  if (cleaned.ok) return cleaned;
  const code = cleaned.reason === 'tooManyPixels' ? 'PHOTO_TOO_LARGE' : 'PHOTO_NOT_IMAGE';
  return { ok: false, fault: { code, message: WORDS[cleaned.reason] } };
};
