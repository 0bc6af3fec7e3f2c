/** Brings the library for calendar files when somebody asks for one. */
export const loadCalendar = () => import('./calendar.ts')
