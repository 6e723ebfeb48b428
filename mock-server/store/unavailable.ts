/** The store cannot be reached at present: the backend answers 503, until the store can be reached again. */
export class StoreUnavailable extends Error {
  /** @param cause the error of the store's client */
  constructor(cause: unknown) {
    super('the store cannot be reached', { cause });
    this.name = 'StoreUnavailable';
  }
}
