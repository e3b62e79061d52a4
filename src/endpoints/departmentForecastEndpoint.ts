import { z } from 'zod'
import { calendarYear } from '../domain/forecast'
import { yearOf } from '../domain/localDate'
import { text } from '../i18n/text'
import { departmentForecast } from '../operations/departmentFund'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** GET /api/my-department/forecast?organ=…&year=… → the fund of an own organ by month; 403 for any other fund and without the right to see it. */
export const departmentForecastEndpoint = endpoint({
  name: 'myDepartment.fund',
  method: 'get',
  path: '/my-department/forecast',
  input: z.object({ organ: z.coerce.number().int().positive(), year: z.coerce.number().int().min(1900).max(9998).optional() }),
  handle: async (req, { organ, year = yearOf(businessDate(req)) }) => {
    const found = await departmentForecast(req, { organ, period: calendarYear(year) })
    if (!found) return Response.json({ errors: [{ message: text(req.i18n.language, 'NOT_ALLOWED') }] }, { status: 403 })
    const { fund, shown: { months, receivedCents, expectedCents, totalCents, openCents } } = found
    return { fund: fund.title, months, receivedCents, expectedCents, totalCents, openCents }
  },
})
