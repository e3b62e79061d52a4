import { createServer } from 'node:net'
import { ClearError, codeOf } from './clearError'

/** Refuses with one sentence when the port of the website cannot be used. */
export async function assertPortFree(port: number): Promise<void> {
  try {
    await tryListening(port)
  } catch (error) {
    throw portRefusal(port, codeOf(error))
  }
}

/** A free port of 127.0.0.1: the wished one if nobody has it, otherwise one that the system chooses. */
export async function freeLocalPort(wished = 0): Promise<number> {
  try {
    return await tryListening(wished, '127.0.0.1')
  } catch (error) {
    if (wished === 0) throw error
    return await tryListening(0, '127.0.0.1')
  }
}

function tryListening(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(found))
    })
  })
}

function portRefusal(port: number, code: string | undefined): ClearError {
  if (code === 'EACCES')
    return new ClearError(
      `Poort ${port} mag alleen de systeembeheerder gebruiken; kies een hogere, bijvoorbeeld PORT=3000 npm start.`,
      `Only the system administrator may use port ${port}; choose a higher one, for example PORT=3000 npm start.`,
    )
  return new ClearError(
    `Poort ${port} is al in gebruik; stop wat daar draait of kies een andere poort, bijvoorbeeld PORT=${port + 1} npm start.`,
    `Port ${port} is already in use; stop what runs there or choose another port, for example PORT=${port + 1} npm start.`,
  )
}
