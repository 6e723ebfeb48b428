/** The preview's address for a phone on the same network. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import { isEverywhere } from '../vite/config';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/**
 * URLs at which other devices reach a server, the most likely first.
 * @param host address at which the server listens, e.g. `0.0.0.0`, `192.168.1.5`; undefined = 127.0.0.1
 */
export function lanUrls(
  host: string | undefined,
  port: number,
  interfaces: Interfaces = networkInterfaces(),
): string[] {
  const own = Object.values(interfaces)
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const reached = own.filter((address) => isEverywhere(host) || address === host);
  // Put home networks before the networks of containers and virtual machines.
  const isHome = (address: string) => address.startsWith('192.168.');
  return reached
    .toSorted((a, b) => Number(isHome(b)) - Number(isHome(a)))
    .map((address) => `http://${address}:${port}/`);
}

/** A QR code for the terminal, each line indented. */
export function qrCode(text: string): string {
  return renderUnicodeCompact(text, { border: 2 }).replace(/^/gm, '  ');
}
