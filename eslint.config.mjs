import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Where the machine's own clock and chance may be read: behind ports, in tools, in tests. */
const portsAndTests = [
  'cloudfunctions/{_local,_tools,_adapters}/**',
  'miniapp/{config,test,e2e}/**',
  '**/*.{test,spec}.{ts,tsx}',
];
const tests = ['**/*.{test,spec}.{ts,tsx}', 'miniapp/{test,e2e}/**', 'shared/testing/**'];

const clockAndChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Read the time from the Clock port.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Read the time from the Clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take chance from the random port.',
  },
];
const cloudDoor = {
  selector: "MemberExpression[object.name='Taro'][property.name='cloud']",
  message: 'Only miniapp/src/lib speaks to the cloud; call an operation through its client.',
};
const localDoors = [
  { selector: 'Literal[value=/\\u002F_local/]', message: 'Only *.h5.ts in miniapp/src/lib calls /_local/.' },
  {
    selector: 'TemplateElement[value.raw=/\\u002F_local/]',
    message: 'Only *.h5.ts in miniapp/src/lib calls /_local/.',
  },
];
/** Newer library functions that older phones lack: Taro lowers syntax, not the library. */
const missingOnPhones = [
  'findLast',
  'findLastIndex',
  'replaceAll',
  'toSorted',
  'toReversed',
  'toSpliced',
].map((property) => ({ property, message: `Older phones lack .${property}(); Taro adds no polyfill.` }));

/** Only the call: records have a field of that name. */
const arrayAt = {
  selector: "CallExpression[callee.property.name='at']",
  message: 'Older phones lack .at(); Taro adds no polyfill.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/fixtures/**',
      '.cache/**',
      '.data/**',
      '.artifacts/**',
      '.taro/**',
      '.swc/**',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      eqeqeq: ['error', 'always'],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...clockAndChance],
    },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}', 'shared/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...missingOnPhones],
      'no-restricted-globals': ['error', 'structuredClone'],
      'no-restricted-syntax': ['error', ...clockAndChance, arrayAt],
    },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance, arrayAt, cloudDoor, ...localDoors] },
  },
  {
    files: ['miniapp/src/lib/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance, arrayAt, ...localDoors] },
  },
  {
    files: ['miniapp/src/lib/**/*.h5.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance] },
  },
  {
    files: portsAndTests,
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo)$/]',
          message: 'Every test runs.',
        },
        {
          selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
          message: 'Every test runs.',
        },
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: 'Wait for what must happen, not for time to pass.',
        },
      ],
    },
  },
);
