#!/usr/bin/env node
import { launch } from './launch.mjs'

launch('src/runtime/start.ts', process.argv.slice(2), { ownGroup: true })
