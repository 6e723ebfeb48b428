/** The entry `./headless`: the headless stage, which runs a mini-program in Jest or Vitest on the simulated phone. */
export * from '../simulator/headless';
