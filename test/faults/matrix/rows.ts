/** The rows: every step of the flow, in each situation in which it can happen. */
import type { Era } from '../../../simulator';
import { asking } from './rows/asking';
import { launch } from './rows/launch';
import { number } from './rows/number';
import { saving } from './rows/saving';
import type { Step } from './steps';

/** Every row, in the order of the flow. */
const STEPS: readonly Step[] = [...launch, ...asking, ...saving, ...number];

/** The rows of an era. */
export const stepsOf = (era: Era): readonly Step[] => STEPS.filter(({ eras }) => eras.includes(era));
