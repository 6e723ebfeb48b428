/** Compares old and new pictures, pixel by pixel. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Comparison, Verdict } from '../../comparison';

/** Folders of the pictures. */
interface Folders {
  before: string;
  after: string;
  /** Output folder: a difference picture for each picture with the verdict `changed`. */
  differences: string;
}

async function readPicture(file: string): Promise<{ bytes: Buffer; picture: PNG } | undefined> {
  if (!existsSync(file)) return undefined;
  const bytes = await readFile(file);
  try {
    return { bytes, picture: PNG.sync.read(bytes) };
  } catch (error) {
    throw new Error(`${file} is not a PNG that can be read: ${(error as Error).message}`);
  }
}

async function compareOne(name: string, folders: Folders, tolerance: number): Promise<Comparison> {
  // pixelmatch is an ES module, and the package's own code is CommonJS: a dynamic import is needed.
  const { default: pixelmatch } = await import('pixelmatch');
  const [before, after] = await Promise.all([
    readPicture(path.join(folders.before, name)),
    readPicture(path.join(folders.after, name)),
  ]);
  const { width, height } = (after ?? before)?.picture ?? { width: 0, height: 0 };
  const result = (verdict: Verdict, pixels = 0): Comparison => ({ name, verdict, pixels, width, height });
  if (!before) return result('added');
  if (!after) return result('gone');
  if (before.bytes.equals(after.bytes)) return result('same');
  if (before.picture.width !== width || before.picture.height !== height) return result('resized');
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(before.picture.data, after.picture.data, difference.data, width, height, {
    threshold: tolerance,
    // Two runs on one computer draw identical pixels. So without a tolerance, a different anti-aliased pixel is a real
    // difference.
    includeAA: tolerance === 0,
    diffMask: true,
  });
  if (pixels === 0) return result('same');
  await writeFile(path.join(folders.differences, name), PNG.sync.write(difference));
  return result('changed', pixels);
}

/**
 * Compares the pictures with these names.
 * @param tolerance the largest distance of two colours that count as equal, from 0 to 1. Above 0, anti-aliased pixels
 * are ignored, too: use it for pictures of two different computers.
 * @throws Error when a file is not a PNG
 */
export async function comparePictures(
  names: readonly string[],
  folders: Folders,
  tolerance: number,
): Promise<Comparison[]> {
  await mkdir(folders.differences, { recursive: true });
  const results: Comparison[] = [];
  // Compare one at a time: the pictures of sixty phones do not fit into memory.
  for (const name of names) results.push(await compareOne(name, folders, tolerance));
  return results;
}
