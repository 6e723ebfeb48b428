/** One connection: the bytes to send, and the check of the responses. */
import { connect } from 'node:net';
import { type Answer, parseAnswers } from './answers';
import { brokenLaw } from './laws';
import { CODE, SESSION } from './requests/text';
import type { Exchange } from './types';

/** The server's port, and the values to fill in. */
export interface Target {
  port: number;
  session(): string;
  code(): string;
}

/** Longer than any time limit of the server: no response by then means that it hangs. */
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
    // A reset by the server while the client is still sending counts as a normal end.
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
 * Performs an exchange. Returns the statuses of the responses.
 * @throws Error that describes the wrong or missing response
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
    // After a `vanish` the client may hold an incomplete response.
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
