import { crc32, deflateRawSync } from 'node:zlib'

/** A member of a zip to write; the rest is for zips that lie. */
export type ZipMember = {
  readonly name: string
  readonly content: string | Uint8Array
  readonly isStored?: boolean
  readonly isEncrypted?: boolean
  /** What the zip says of its size and check, instead of what is so. */
  readonly claims?: { readonly size?: number; readonly crc?: number }
}

/** A zip file, good or bad. */
export function zipOf(...members: readonly ZipMember[]): Buffer {
  const files = members.map(parts)
  let offset = 0
  const directory = files.map(({ central, local, data }) => {
    central.writeUInt32LE(offset, 42)
    offset += local.length + data.length
    return central
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.reduce((sum, { length }) => sum + length, 0), 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files.flatMap(({ local, data }) => [local, data]), ...directory, end])
}

function parts({ name, content, isStored = false, isEncrypted = false, claims = {} }: ZipMember) {
  const [bytes, title] = [Buffer.from(content), Buffer.from(name)]
  const data = isStored ? bytes : deflateRawSync(bytes)
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(isEncrypted ? 1 : 0, 2)
  about.writeUInt16LE(isStored ? 0 : 8, 4)
  about.writeUInt16LE(0x21, 8)
  about.writeUInt32LE(claims.crc ?? crc32(bytes), 10)
  about.writeUInt32LE(data.length, 14)
  about.writeUInt32LE(claims.size ?? bytes.length, 18)
  about.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), about, title])
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), about, Buffer.alloc(14), title])
  return { local, central, data }
}
