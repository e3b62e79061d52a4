import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Tests look at text and behaviour, not at styles: a style sheet is an empty module. */
const emptyStyles = {
  name: 'kring:empty-styles',
  enforce: 'pre' as const,
  load: (id: string) => (/\.(css|scss)(\?|$)/.test(id) ? 'export default {}' : undefined),
}

/** `npm run test:full` tries more cases, which take longer. */
const patience = process.env['KRING_TEST_FULL'] ? 20 : 1

const shared = {
  plugins: [emptyStyles],
  resolve: {
    alias: { '@payload-config': here('./payload.config.ts') },
    dedupe: ['graphql', 'react', 'react-dom'],
  },
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'fast',
          include: ['test/{domain,formats,online,rules,bank,runtime,house}/**/*.test.ts?(x)'],
          setupFiles: ['test/setup/moreCases.ts'],
          testTimeout: 20_000 * patience,
        },
      },
      {
        ...shared,
        test: {
          name: 'int',
          include: ['test/{int,http}/**/*.test.ts?(x)'],
          globalSetup: ['test/setup/postgres.ts'],
          setupFiles: ['test/setup/moreCases.ts'],
          testTimeout: 60_000 * patience,
          hookTimeout: 90_000,
          // Payload's screens import style sheets, which Node cannot load: these packages go through Vite.
          server: { deps: { inline: [/@payloadcms\/(next|ui|richtext-lexical)/] } },
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
