/** The bytes to send over one connection. Each character is one byte (latin1). */
export interface Exchange {
  /** Kind of request, for the report of a failure. */
  kind: string;
  /** `SESSION` is replaced by a live session, `CODE` by an unused code. */
  chunks: readonly string[];
  /** Milliseconds between chunks. */
  pause?: number;
  /**
   * The client's behaviour after the last chunk: it reads until the server closes the connection, closes only its own
   * sending side (a half-closed socket), or destroys the socket.
   */
  ending: 'listen' | 'half-close' | 'vanish';
  /** Methods of the requests, in order. */
  methods: readonly string[];
  /** Minimum and maximum number of responses. */
  answers: readonly [min: number, max: number];
  /** Allowed statuses of the responses; absent: every status of the mock. */
  statuses?: readonly number[];
}
