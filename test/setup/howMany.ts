/** How many cases a test tries: `full` with `npm run test:full`, which sets KRING_TEST_FULL, and else `usual`. */
export const howMany = (usual: number, full: number): number => (process.env['KRING_TEST_FULL'] ? full : usual)
