import { createServer } from 'node:http'
import next from 'next'
import { exitWithParent } from './exitWithParent'
import { projectRoot, readSettings } from './settings'

/** The built website on its port. Tells the start script when it answers, and ends when that is gone. */
const { port } = readSettings(process.env)
const app = next({ dev: false, dir: projectRoot, port })
const server = createServer(app.getRequestHandler())

exitWithParent(async () => {
  server.close()
  server.closeIdleConnections()
  await app.close()
})

server.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
await app.prepare()
server.listen(port, () => process.send?.('ready'))
