import * as basis from './20261121_204433_basis'
import * as rulesOfTheHouse from './20261121_204500_rulesOfTheHouse'
import * as representatives from './20261121_204600_representatives'
import * as bankHold from './20261121_215430_bankHold'
import * as usedRowsStay from './20261121_215500_usedRowsStay'
import * as bankLines from './20261121_215600_bankLines'

export const migrations = [
  { name: '20261121_204433_basis', up: basis.up, down: basis.down },
  { name: '20261121_204500_rulesOfTheHouse', up: rulesOfTheHouse.up, down: rulesOfTheHouse.down },
  { name: '20261121_204600_representatives', up: representatives.up, down: representatives.down },
  { name: '20261121_215430_bankHold', up: bankHold.up, down: bankHold.down },
  { name: '20261121_215500_usedRowsStay', up: usedRowsStay.up, down: usedRowsStay.down },
  { name: '20261121_215600_bankLines', up: bankLines.up, down: bankLines.down },
]
