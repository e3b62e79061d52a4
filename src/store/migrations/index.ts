import * as migration_20261121_204433_basis from './20261121_204433_basis';
import * as migration_20261121_204500_rulesOfTheHouse from './20261121_204500_rulesOfTheHouse';
import * as migration_20261121_204600_representatives from './20261121_204600_representatives';
import * as migration_20261121_215430_bankHold from './20261121_215430_bankHold';
import * as migration_20261121_215500_usedRowsStay from './20261121_215500_usedRowsStay';
import * as migration_20261121_215600_bankLines from './20261121_215600_bankLines';
import * as migration_20261121_232147_organTree from './20261121_232147_organTree';
import * as migration_20261121_232200_organTreeRules from './20261121_232200_organTreeRules';
import * as migration_20261122_022744_collecting from './20261122_022744_collecting';
import * as migration_20261122_022800_collectingRules from './20261122_022800_collectingRules';
import * as migration_20261122_053837_bank from './20261122_053837_bank';
import * as migration_20261122_053900_bankRules from './20261122_053900_bankRules';
import * as migration_20261122_091500_bookingInBulk from './20261122_091500_bookingInBulk';

export const migrations = [
  {
    up: migration_20261121_204433_basis.up,
    down: migration_20261121_204433_basis.down,
    name: '20261121_204433_basis',
  },
  {
    up: migration_20261121_204500_rulesOfTheHouse.up,
    down: migration_20261121_204500_rulesOfTheHouse.down,
    name: '20261121_204500_rulesOfTheHouse',
  },
  {
    up: migration_20261121_204600_representatives.up,
    down: migration_20261121_204600_representatives.down,
    name: '20261121_204600_representatives',
  },
  {
    up: migration_20261121_215430_bankHold.up,
    down: migration_20261121_215430_bankHold.down,
    name: '20261121_215430_bankHold',
  },
  {
    up: migration_20261121_215500_usedRowsStay.up,
    down: migration_20261121_215500_usedRowsStay.down,
    name: '20261121_215500_usedRowsStay',
  },
  {
    up: migration_20261121_215600_bankLines.up,
    down: migration_20261121_215600_bankLines.down,
    name: '20261121_215600_bankLines',
  },
  {
    up: migration_20261121_232147_organTree.up,
    down: migration_20261121_232147_organTree.down,
    name: '20261121_232147_organTree',
  },
  {
    up: migration_20261121_232200_organTreeRules.up,
    down: migration_20261121_232200_organTreeRules.down,
    name: '20261121_232200_organTreeRules',
  },
  {
    up: migration_20261122_022744_collecting.up,
    down: migration_20261122_022744_collecting.down,
    name: '20261122_022744_collecting',
  },
  {
    up: migration_20261122_022800_collectingRules.up,
    down: migration_20261122_022800_collectingRules.down,
    name: '20261122_022800_collectingRules',
  },
  {
    up: migration_20261122_053837_bank.up,
    down: migration_20261122_053837_bank.down,
    name: '20261122_053837_bank',
  },
  {
    up: migration_20261122_053900_bankRules.up,
    down: migration_20261122_053900_bankRules.down,
    name: '20261122_053900_bankRules',
  },
  {
    up: migration_20261122_091500_bookingInBulk.up,
    down: migration_20261122_091500_bookingInBulk.down,
    name: '20261122_091500_bookingInBulk',
  },
];
