/** A line of the batch that is being written cannot be used, which only the database knows; which one it is, is found by halves. */
export class LineRefused extends Error {}
