import * as basis from './20261121_204433_basis'
import * as rulesOfTheHouse from './20261121_204500_rulesOfTheHouse'
import * as representatives from './20261121_204600_representatives'

export const migrations = [
  { name: '20261121_204433_basis', up: basis.up, down: basis.down },
  { name: '20261121_204500_rulesOfTheHouse', up: rulesOfTheHouse.up, down: rulesOfTheHouse.down },
  { name: '20261121_204600_representatives', up: representatives.up, down: representatives.down },
]
