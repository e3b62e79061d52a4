/** What a text says as JSON; undefined when it is none, so that its shape is refused like any other. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
