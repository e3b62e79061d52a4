#!/usr/bin/env node
import { launch } from './launch.mjs'

launch('src/cli/kring.ts', process.argv.slice(2))
