import { z } from 'zod'
import { departmentHeadcount } from '../operations/myDepartment'
import { endpoint } from './endpoint'

/** GET /api/my-department/headcount?organ=… → the number of members on the first of each of the last months. */
export const headcountEndpoint = endpoint({
  name: 'myDepartment.read',
  method: 'get',
  path: '/my-department/headcount',
  input: z.object({ organ: z.coerce.number().int().positive() }),
  handle: (req, { organ }) => departmentHeadcount(req, organ),
})
