import type { AvatarRecord } from './store';

/** How many bytes of pictures a mock keeps: far more than a team makes, far less than a machine has. */
export const AVATAR_SHELF_BYTES = 64 * 1024 * 1024;

/** What a picture's objects and its name take, beside its bytes; without it, millions of tiny ones cost nothing. */
const OVERHEAD_BYTES = 512;

const size = ({ bytes }: AvatarRecord) => bytes.byteLength + OVERHEAD_BYTES;

/** Uploaded pictures in memory, within a number of bytes; the oldest go first. Several stores may share one. */
export class AvatarShelf {
  private readonly pictures = new Map<string, AvatarRecord>();
  private bytes = 0;

  constructor(private readonly maxBytes = AVATAR_SHELF_BYTES) {}

  put(name: string, avatar: AvatarRecord): void {
    this.remove(name);
    // A copy: the bytes of an upload are a view that would keep the whole request in memory.
    const picture = { type: avatar.type, bytes: Uint8Array.from(avatar.bytes) };
    this.pictures.set(name, picture);
    this.bytes += size(picture);
    for (const oldest of this.pictures.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.remove(oldest);
    }
  }

  get(name: string): AvatarRecord | null {
    return this.pictures.get(name) ?? null;
  }

  clear(): void {
    this.pictures.clear();
    this.bytes = 0;
  }

  private remove(name: string): void {
    const old = this.pictures.get(name);
    if (!old) return;
    this.pictures.delete(name);
    this.bytes -= size(old);
  }
}
