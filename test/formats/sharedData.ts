import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** The folder with schemas and bank files beside the checkout; undefined where it is not there. */
export const sharedData: string | undefined = existsSync(folder) ? folder : undefined
