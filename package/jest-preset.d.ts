/** A preset for Jest: spread it into a configuration that is written out. */
declare const preset: {
  testEnvironment: string;
  resolver: string;
  transform: Record<string, string>;
  transformIgnorePatterns: string[];
  moduleFileExtensions: string[];
  testTimeout: number;
};
export = preset;
