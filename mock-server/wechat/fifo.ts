/** Shorter queues are not worth moving. */
const MOVE_FROM = 1024;

/**
 * A first-in-first-out queue in constant time per step.
 * A `Map` keeps insertion order too, but what was deleted leaves holes in it that every walk from the front has to
 * step over, tens of thousands in a large one.
 */
export class Fifo<T> {
  private items: (T | undefined)[] = [];
  private head = 0;

  push(item: T): void {
    this.items.push(item);
  }

  /** The oldest item; undefined when there is none. */
  peek(): T | undefined {
    return this.items[this.head];
  }

  /** Takes the oldest item away. */
  shift(): T | undefined {
    if (this.head === this.items.length) return undefined;
    const item = this.items[this.head];
    this.items[this.head] = undefined;
    this.head += 1;
    if (this.head >= MOVE_FROM && this.head * 2 >= this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }
}
