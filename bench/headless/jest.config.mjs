/** The Jest config of the headless tests, for the measured files. */
import path from 'node:path';
import config from '../../jest.config.mjs';

const { displayName, testMatch, ...phone } = config.projects.find(
  (project) => project.displayName === 'phone',
);

export default {
  ...phone,
  rootDir: path.resolve(import.meta.dirname, '../..'),
  testMatch: [process.env.BENCH_FILES ?? '<rootDir>/bench/headless/*.ts'],
};
