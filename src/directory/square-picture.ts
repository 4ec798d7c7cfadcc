import type { Picture } from '../core/directory/contact';

export type PictureProblem = 'picture-too-large' | 'picture-not-understood';

const mostBytes = 10 * 1024 * 1024;
// Twice as large as it is ever shown, for screens with small pixels.
const side = 192;

/** The middle of a picture as a small square, without whatever else the file says; or why there is none. */
export async function toSquarePicture(file: Blob): Promise<Picture | PictureProblem> {
  if (file.size >= mostBytes) return 'picture-too-large';
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return 'picture-not-understood';
  const canvas = new OffscreenCanvas(side, side);
  const from = Math.min(image.width, image.height);
  const [left, top] = [(image.width - from) / 2, (image.height - from) / 2];
  canvas.getContext('2d')?.drawImage(image, left, top, from, from, 0, 0, side, side);
  image.close();
  const small = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
  return { type: small.type, bytes: new Uint8Array(await small.arrayBuffer()) };
}
