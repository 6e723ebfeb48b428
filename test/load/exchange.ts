/** One connection: what is sent over it, how, and what must come back. */
import { connect } from 'node:net';
import { type Answer, parseAnswers } from './answers';
import { brokenLaw } from './laws';
import { CODE, SESSION } from './requests/text';

/** What is sent over one connection. Texts are bytes: one for each character (latin1). */
export interface Exchange {
  /** What this is an example of; for the report of a failure. */
  kind: string;
  /** `SESSION` becomes a session that is live, `CODE` a code that was never used. */
  chunks: readonly string[];
  /** Milliseconds between chunks. */
  pause?: number;
  /**
   * What the client does after the last chunk: listens until the server hangs up, says that it will send no more
   * (a half-closed socket), or goes away.
   */
  ending: 'listen' | 'half-close' | 'vanish';
  /** Methods of the requests, in order. */
  methods: readonly string[];
  /** How many answers must come, at least and at most. */
  answers: readonly [min: number, max: number];
  /** Every answer has one of these; absent: anything that the mock may ever say. */
  statuses?: readonly number[];
}

/** Where to send, and what to fill in. */
export interface Target {
  port: number;
  session(): string;
  code(): string;
}

/** Longer than the server may take with anything: then it hangs. */
const PATIENCE_MS = 15_000;

function send({ chunks, pause = 0, ending }: Exchange, port: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: ending === 'half-close' });
    const patience = setTimeout(() => {
      socket.destroy();
      const text = JSON.stringify(Buffer.concat(received).toString('latin1').slice(0, 200));
      reject(new Error(`no answer and no end within ${PATIENCE_MS} ms; so far: ${text}`));
    }, PATIENCE_MS);
    socket.on('data', (chunk) => received.push(chunk));
    // A server that hangs up while the client still sends is an end like any other.
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(patience);
      resolve(Buffer.concat(received));
    });
    const finish = () => {
      if (ending === 'half-close') socket.end();
      if (ending === 'vanish') socket.destroy();
    };
    let next = 0;
    const step = () => {
      const chunk = chunks[next];
      if (chunk === undefined || socket.destroyed) return finish();
      next += 1;
      socket.write(Buffer.from(chunk, 'latin1'), () => {
        if (pause > 0) setTimeout(step, pause);
        else step();
      });
    };
    socket.on('connect', step);
  });
}

/**
 * Does what an exchange says. Returns the statuses that came back.
 * @throws Error that says what was wrong with what came back, or that nothing came.
 */
export async function carryOut(exchange: Exchange, target: Target): Promise<number[]> {
  const filled: Exchange = {
    ...exchange,
    chunks: exchange.chunks.map((chunk) =>
      chunk.replaceAll(SESSION, target.session()).replaceAll(CODE, target.code),
    ),
  };
  let answers: Answer[] = [];
  let problem: string | null = null;
  try {
    const received = await send(filled, target.port);
    // After the client has left, a part of an answer is right.
    if (exchange.ending !== 'vanish') answers = parseAnswers(received, exchange.methods);
    problem = brokenLaw(filled, answers);
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (problem === null) return answers.map(({ status }) => status);
  const shown = answers.map(({ status, body }) => `${status} ${body.toString().slice(0, 200)}`).join(' | ');
  const sent = JSON.stringify(filled.chunks.map((chunk) => chunk.slice(0, 600)));
  throw new Error(`${exchange.kind}: ${problem}\n  sent ${sent}\n  got ${shown || 'no answer'}`);
}
