import base from './jest.config.js';

/** The tests that need the programs people open our files with; test/system/tools.ts names them. @type {import('jest').Config} */
export default { ...base, testMatch: ['<rootDir>/test/system/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/'], maxWorkers: 1 };
