import { openDatabase } from './database';

export async function readPicture(pictureId: number): Promise<Blob | null> {
  return (await (await openDatabase()).get('pictures', pictureId)) ?? null;
}
