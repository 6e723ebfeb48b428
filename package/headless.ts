/** The headless stage: a mini-program in Jest or Vitest, on the phone of the package's main door. */
export * from '../simulator/headless';
