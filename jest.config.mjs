const swc = {
  swcrc: false,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@jejaring/schema/(.*)$': '<rootDir>/schema/$1.ts',
    '^@jejaring/gateway/(.*)$': '<rootDir>/gateway/src/$1.ts',
    '^@jejaring/client/([^.]*)$': '<rootDir>/clients/src/$1.ts',
    '^@jejaring/events/([^.]*)$': '<rootDir>/consumers/src/$1.ts',
    '^@jejaring/(chassis|execution|transports|callers|upkeep|trust|register|evidence|organizations|event-hub|welfare-cases|training|awards)/(.*)$':
      '<rootDir>/services/$1/src/$2.ts',
  },
  modulePathIgnorePatterns: ['/dist/', '/.jejaring/'],
};

const suffixes = { rules: '\\.rules\\.test\\.ts$', e2e: '\\.e2e\\.test\\.ts$' };

export default {
  testTimeout: 60_000,
  // Two cores: more workers only take the processor from the servers under test.
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'rules', testRegex: suffixes.rules },
    {
      ...shared,
      displayName: 'service',
      testRegex: '\\.test\\.ts$',
      testPathIgnorePatterns: ['/node_modules/', suffixes.rules, suffixes.e2e],
      globalSetup: '<rootDir>/scripts/test/postgres-up.mjs',
      globalTeardown: '<rootDir>/scripts/test/postgres-down.mjs',
    },
    {
      ...shared,
      displayName: 'e2e',
      testRegex: suffixes.e2e,
      globalSetup: '<rootDir>/scripts/test/stack-up.mjs',
      globalTeardown: '<rootDir>/scripts/test/stack-down.mjs',
    },
  ],
};
