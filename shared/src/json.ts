/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { [key: string]: Json }
