/** The store cannot be reached now: the backend answers 503 and works again as soon as the store does. */
export class StoreUnavailable extends Error {
  /** @param cause the error of the store's client. */
  constructor(cause: unknown) {
    super('the store cannot be reached', { cause });
    this.name = 'StoreUnavailable';
  }
}
