/** `miniprogram-phone dev`: serves the preview with live reload. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_PREVIEW_PORT, startPreviewServer } from '../vite/config';
import { lanUrls, qrCode } from './lan';
import { type Command, portOf, ROOT, textOf, type Values } from './options';

/** Default output folder of `shots`. */
const SHOTS = 'shots';

/** The server that runs beside the preview, and the preview's default port. */
interface Beside {
  readonly port: number;
  /** Lines that are printed below the preview's address. */
  readonly summary: readonly (readonly [label: string, value: string])[];
  /** Folder of the bundled pages. Default: the package's. */
  readonly site?: string;
}

/** Serves the preview until Ctrl-C. */
export async function servePreview(values: Values, { port, summary, site }: Beside): Promise<void> {
  const host = textOf(values, 'host');
  const compare = textOf(values, 'compare');
  if (compare !== undefined && !existsSync(compare)) throw new Error(`--compare: ${compare} does not exist`);
  const server = await startPreviewServer({
    root: resolve(textOf(values, 'root') ?? '.'),
    port: portOf(values, port),
    comparison: { folder: compare ?? SHOTS, isNamed: compare !== undefined },
    ...(host === undefined ? {} : { host }),
    ...(site === undefined ? {} : { site }),
    untrusted: values.untrusted === true,
  });
  const [phone] = lanUrls(host, server.port);
  const onPhone = phone === undefined ? [] : [['On a phone', phone] as const];
  const lines = [['Preview', server.url] as const, ...onPhone, ...summary];
  const width = Math.max(...lines.map(([label]) => label.length)) + 3;
  const printed = lines.map(([label, value]) => `  ${label.padEnd(width)}${value}`).join('\n');
  const code = phone === undefined ? '' : `\n\n${qrCode(phone)}`;
  console.log(`\n${printed}${code}\n\n  Ctrl-C stops ${summary.length > 0 ? 'all' : 'it'}.\n`);
  if (values.open === true) server.open();
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await server.close();
}

export const dev: Command = {
  help: 'the preview in a browser, with live reload (also without a command)',
  flags: {
    root: ROOT,
    port: { type: 'string', value: 'N', help: `TCP port, 0 for a free one (${DEFAULT_PREVIEW_PORT})` },
    host: {
      type: 'string',
      value: 'ADDRESS',
      help: 'address to listen on (127.0.0.1); 0.0.0.0 for a real phone: prints the address as a QR code',
    },
    compare: {
      type: 'string',
      value: 'FOLDER',
      help: `folder that the sheet shows beside each scene: output of shots --compare, or earlier pictures (${SHOTS})`,
    },
    open: { type: 'boolean', help: 'open the browser' },
    untrusted: {
      type: 'boolean',
      help: 'for a mini-program that you do not trust: no phone.config.ts, no panels, a separate origin for the phone',
    },
  },
  async run(values) {
    await servePreview(values, { port: DEFAULT_PREVIEW_PORT, summary: [] });
    return undefined;
  },
};
