import js from '@eslint/js';
import ts from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

export default ts.config(
  { ignores: ['dist/', 'coverage/', 'src/schema-types/', '.stryker-tmp/', 'reports/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `return fail(…)`: a fault is noted and nothing is the answer.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-restricted-syntax': [
        'error',
        ban("NewExpression[callee.name='Date']", 'Days are civil dates (calendar/day.ts); no Date.'),
        ban("MemberExpression[object.name='Date'][property.name='now']", 'Time comes in only as asOf.'),
        ban("MemberExpression[object.name='DateTime'][property.name=/^(now|local)$/]", 'Time comes in only as asOf, in Asia/Shanghai.'),
        ban(
          'MemberExpression[property.name=/^(localeCompare|toLocaleString|toLocaleUpperCase|toLocaleLowerCase|toLocaleDateString)$/]',
          'The bytes must not depend on the locale.',
        ),
        ban(
          "MemberExpression[object.name='Decimal'][property.name=/^(set|config)$/]",
          'Decimal.set is global; use the constructor of money/.',
        ),
        ban("MemberExpression[object.name='Math'][property.name='random']", 'Same input, same bytes.'),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/restrict-template-expressions': 'off' },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  { files: ['.build/*.js'], languageOptions: { globals: { URL: 'readonly', console: 'readonly', process: 'readonly' } } },
);
