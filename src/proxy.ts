import { NextResponse, type NextRequest } from 'next/server'

/**
 * Dutch unless the reader chose English in the account: what a browser happens to prefer does not decide. A client of
 * the API that has no cookies says itself in which language it wants its errors. This is no boundary of access.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  const isBrowser = !request.nextUrl.pathname.startsWith('/api/') || headers.has('cookie')
  if (isBrowser) headers.delete('accept-language')
  return NextResponse.next({ request: { headers } })
}

/** A file of the bank goes past: what passes through here is kept in memory, and cut off when it is large. */
export const config = { matcher: ['/admin/:path*', '/api/((?!bank-imports/upload).*)'] }
