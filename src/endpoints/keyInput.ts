import { z } from 'zod'

/** The key under which a command is done once, however often it is sent. */
export const keyInput = z.string().min(8).max(64)
