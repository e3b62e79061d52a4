/** More than any bank writes in one line or one field of an MT940, in letters. */
export const mostPerField = 65_536
