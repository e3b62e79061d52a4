import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/formats/csv'
import { readMembershipHistoryRow } from '../../src/formats/membershipHistoryRow'

const read = (line: string, header = 'relatienummer;lidmaatschapstype;orgaan;ingangsdatum;einddatum') =>
  readCsv(`${header}\n${line}`).rows.map(readMembershipHistoryRow).map(({ row, mistakes }) => ({ row, mistakes: mistakes.map(({ line: at, field, error }) => `${at} ${field} ${error.code}`) }))[0]

describe('a line of membership history', () => {
  it('is a membership that is over, or one that still runs', () => {
    expect(read('12;Lid;ZST;2001-06-15;31-12-2010')).toEqual({ mistakes: [], row: { line: 2, relationNumber: 12, membershipType: 'Lid', organ: 'ZST', startDate: '2001-06-15', endDate: '2010-12-31' } })
    expect(read('12;Lid;;15-6-2001;')?.row).toMatchObject({ organ: null, startDate: '2001-06-15', endDate: null })
  })

  it('has English columns as well', () => {
    expect(read('12,Member,,2001-06-15,', 'number,membership type,organ,start date,end date')?.row).toMatchObject({ relationNumber: 12, membershipType: 'Member' })
  })

  it.each([
    ['twaalf;Lid;;2001-01-01;', ['2 relatienummer HISTORY_RELATION_UNKNOWN']],
    ['12;;;2001-02-30;2002-13-01', ['2 lidmaatschapstype REQUIRED', '2 ingangsdatum DATE_INVALID', '2 einddatum DATE_INVALID']],
    ['12;Lid;;;', ['2 ingangsdatum REQUIRED']],
    ['12;Lid', ['2  CSV_COLUMNS']],
  ])('%s tells everything that is wrong with it', (line, mistakes) => expect(read(line)).toEqual({ row: undefined, mistakes }))
})
