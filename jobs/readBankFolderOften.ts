import { readBankFolder } from '../src/operations/readBankFolder'
import type { Job } from './job'

/** Takes in what was put into the folder of KRING_BANK_FOLDER, every minute; nothing without such a folder. */
export const readBankFolderOften: Job = {
  name: 'bankFolder',
  cron: '* * * * *',
  run: async (req, today) => {
    const folder = process.env['KRING_BANK_FOLDER']
    if (!folder) return
    const { taken, refused } = await readBankFolder(req, { folder, today, now: new Date() })
    if (taken + refused > 0) req.payload.logger.info(`Bank folder: ${taken} read, ${refused} refused`)
  },
}
