/** A shorter queue is not compacted. */
const MOVE_FROM = 1024;

/**
 * A first-in-first-out queue with constant time per operation. A `Map` also keeps the order, but deleted entries leave
 * gaps, and every walk from the front has to skip them: tens of thousands in a large map.
 */
export class Fifo<T> {
  private items: (T | undefined)[] = [];
  private head = 0;

  push(item: T): void {
    this.items.push(item);
  }

  /** The oldest item; undefined if the queue is empty. */
  peek(): T | undefined {
    return this.items[this.head];
  }

  /** Removes and returns the oldest item. */
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
