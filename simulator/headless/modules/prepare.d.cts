/** See prepare.cjs. */
import type { Options } from '@swc/core';

export const OPTIONS: Options;
export const AS_IT_IS: Options;
export function withWritableExports(code: string): string;
export function isKeptAsWritten(path: string): boolean;
