import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          // A machine that does ten other things may be slow; a test that waits says itself for what.
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/{bench,e2e,tour}/**/*.spec.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Where tests of one file may run beside each other, one waits while the other works.
          maxConcurrency: 2,
          // Browsers come after everything else: they need the processors for themselves.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
