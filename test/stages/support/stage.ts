/** A stage, as the runner drives it. */
import type { Phone } from '../../../simulator/types';
import type { Refusal, StageName, Step, Target } from './case';

/** An element of the page on top. */
export interface ElementView {
  /** As the WXML names it. */
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly value: unknown;
  attribute(name: string): unknown;
}

/** A node of the page as both stages tell it: tag, id, classes and attributes. */
export type TreeLine = string;

/** A mini-program that runs on one of the stages. */
export interface Driver {
  readonly name: StageName;
  readonly phone: Phone;
  /** Starts the mini-program with this page. */
  open(page: string, query: Readonly<Record<string, string>>): Promise<void>;
  /** Does what the step says, and waits until nothing is left to do. */
  act(step: Step): Promise<void>;
  /** Routes, bottom to top. */
  pages(): readonly string[];
  title(): string;
  text(): string;
  data(): Readonly<Record<string, unknown>>;
  setData(): readonly Readonly<Record<string, unknown>>[];
  findAll(target: Target): readonly ElementView[];
  /** `getApp()`. */
  app(): Readonly<Record<string, unknown>>;
  /** The page's elements, one a line, indented. */
  tree(): readonly TreeLine[];
  /** Messages of exceptions and of reports so far. */
  readonly errors: readonly string[];
  readonly reports: readonly string[];
  close(): void;
}

/** A stage does not compile the mini-program. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(
    message: string,
    readonly place: Refusal,
  ) {
    super(message);
  }
}
