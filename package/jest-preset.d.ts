/** The Jest preset, which can be spread into a Jest config. */
declare const preset: {
  testEnvironment: string;
  resolver: string;
  transform: Record<string, string>;
  transformIgnorePatterns: string[];
  moduleFileExtensions: string[];
  testTimeout: number;
};
export = preset;
