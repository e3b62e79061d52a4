#!/usr/bin/env node
import { launch } from './launch.mjs'

launch('src/runtime/testRun.ts', process.argv.slice(2))
