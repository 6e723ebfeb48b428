/** Provides the result of the last `shots --compare`, or a folder of earlier pictures, for the sheet. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { isReallyBelow } from '../../simulator/sources/inside';
import { reportPage } from '../cli/shots/report';
import {
  BEFORE_FOLDER,
  COMPARISON_PATH,
  type ComparisonResult,
  DIFFERENCES_FOLDER,
  REPORT_FILE,
  RESULT_FILE,
  type ServedComparison,
} from '../comparison';
import { isIgnored } from './watched';

/** File name of a scene's picture. No other file is served. */
const PICTURE = /^[\w\u4e00-\u9fff-]+-(light|dark)\.png$/;

const verdicts: readonly unknown[] = ['same', 'changed', 'resized', 'added', 'gone'];

type Line = ComparisonResult['results'][number];

const isLine = (line: unknown): line is Line => {
  const { name, verdict, pixels, width, height } = (line ?? {}) as Partial<Record<keyof Line, unknown>>;
  return (
    typeof name === 'string' &&
    PICTURE.test(name) &&
    verdicts.includes(verdict) &&
    [pixels, width, height].every((number) => typeof number === 'number')
  );
};

/** Reads the result file. null: it does not exist, or is invalid. */
function readResult(folder: string): ComparisonResult | null {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, RESULT_FILE), 'utf8'));
    const { before, device, at, results } = (read ?? {}) as Partial<Record<keyof ComparisonResult, unknown>>;
    if (typeof at !== 'number' || !Array.isArray(results)) return null;
    return { before: String(before), device: String(device ?? ''), at, results: results.filter(isLine) };
  } catch {
    return null;
  }
}

const picturesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => PICTURE.test(name)) : [];

/** Whether a file of the mini-program has changed after `since`, ms since 1970. */
function hasChanged(root: string, since: number): boolean {
  const files = readdirSync(root, { recursive: true, withFileTypes: true });
  return files.some((entry) => {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || isIgnored(file, root)) return false;
    return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > since;
  });
}

/**
 * The comparison result in a folder. Without a result, and if `isEarlier` is true: the folder's pictures. null: neither
 * exists.
 */
function comparisonIn(folder: string, root: string, isEarlier: boolean): ServedComparison | null {
  const result = readResult(folder);
  if (result) return { ...result, stale: hasChanged(root, result.at) };
  const names = isEarlier ? picturesIn(folder) : [];
  if (names.length === 0) return null;
  const results = names.map((name) => ({
    name,
    verdict: 'earlier' as const,
    pixels: 0,
    width: 0,
    height: 0,
  }));
  return { before: folder, device: '', at: statSync(folder).mtimeMs, stale: false, results };
}

/** The file of a requested picture. undefined: the request is not for a picture of this folder. */
function pictureAt(folder: string, asked: string): string | undefined {
  const below = [BEFORE_FOLDER, DIFFERENCES_FOLDER].find((one) => asked.startsWith(one)) ?? '';
  const name = asked.slice(below.length);
  if (!PICTURE.test(name)) return undefined;
  const isOnlyEarlier = below === BEFORE_FOLDER && readResult(folder) === null;
  const file = join(folder, isOnlyEarlier ? name : `${below}${name}`);
  return isReallyBelow(folder, file) ? file : undefined;
}

/** The folder of a comparison. */
export interface ComparisonFolder {
  /** The folder where `shots` wrote its pictures, or a folder of earlier pictures. */
  readonly folder: string;
  /** Whether the user has named the folder. If so, pictures without a comparison result are served, too. */
  readonly isNamed: boolean;
}

/**
 * Creates the plugin. Without a comparison the answer is `null`, because the sheet's request must not fail.
 * @param from absent: there is no comparison
 * @param root folder of the mini-program
 */
export function comparison(from: ComparisonFolder | undefined, root: string): Plugin {
  const place = from && resolve(from.folder);
  const send = (response: ServerResponse, type: string, body: string | Buffer) => {
    response.setHeader('content-type', type);
    response.setHeader('cache-control', 'no-store');
    response.end(body);
  };
  return {
    name: 'comparison',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?', 1);
        if (!path.startsWith(COMPARISON_PATH)) return next();
        const asked = decodeURIComponent(path.slice(COMPARISON_PATH.length));
        if (asked === RESULT_FILE) {
          const found = place === undefined ? null : comparisonIn(place, root, from?.isNamed ?? false);
          return send(response, 'application/json', JSON.stringify(found));
        }
        const result = place !== undefined && asked === REPORT_FILE ? readResult(place) : null;
        if (result) {
          // Generate the page from the data. An HTML file in the folder could contain any script, so it is not served.
          reportPage(result).then((page) => send(response, 'text/html; charset=utf-8', page), next);
          return;
        }
        const file = place === undefined ? undefined : pictureAt(place, asked);
        if (file !== undefined) return send(response, 'image/png', readFileSync(file));
        response.statusCode = 404;
        response.end();
      });
    },
  };
}
