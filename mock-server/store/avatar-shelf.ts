import type { AvatarRecord } from './store';

/** Maximum size of all pictures: far more than a team needs, far less than the memory of a machine. */
const AVATAR_SHELF_BYTES = 64 * 1024 * 1024;

/**
 * Memory for a picture's objects and name, in addition to its bytes. Without it, millions of tiny pictures would count
 * as nothing.
 */
const OVERHEAD_BYTES = 512;

const size = ({ bytes }: AvatarRecord) => bytes.byteLength + OVERHEAD_BYTES;

/**
 * Uploaded pictures in memory. If they exceed the maximum size, the oldest are removed. Several stores may share one
 * shelf.
 */
export class AvatarShelf {
  private readonly pictures = new Map<string, AvatarRecord>();
  private bytes = 0;

  constructor(private readonly maxBytes = AVATAR_SHELF_BYTES) {}

  put(name: string, avatar: AvatarRecord): void {
    this.remove(name);
    // A copy, because the bytes are a view of the whole request body, which would stay in memory.
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
