/** Assistance by the military police (KMar): its own inventory, the tasks that it displaces, and the tests that follow (answers 26 and 27). */
import { answers } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, type Remark, nothing, remark } from './check.ts';

const inventoryField = 'kmar.inventory';
const boardField = 'kmar.taskBoard';
const testField = 'kmar.secretaryGeneral';

/**
 * The KMar first takes stock itself; without capacity, or where its own tasks are displaced, its advice is negative. The
 * secretary-general of Defence then always tests whether it is feasible. Where other tasks suffer, the authorities over the KMar weigh
 * it in the Nationaal Taakveldenberaad.
 */
export const capacity: Check = ({ values, shown }) => {
  if (!shown.has(inventoryField)) return nothing;
  const inventory = read(values, inventoryField, 'choice');
  return [...ofInventory(inventory), ...ofBoard(inventory, read(values, boardField, 'choice')), ofTest(read(values, testField, 'choice'))];
};

function ofInventory(inventory: string | undefined): Remark[] {
  switch (inventory) {
    case 'available':
      return [remark('ok', 'checks.kmar.available', inventoryField, answers('26'))];
    case 'displaces':
      return [remark('warns', 'checks.kmar.displaces', inventoryField, answers('26'))];
    case 'none':
      return [remark('warns', 'checks.kmar.noCapacity', inventoryField, answers('26'))];
    default:
      return [remark('informs', 'checks.kmar.inventoryOpen', inventoryField, answers('26'))];
  }
}

function ofBoard(inventory: string | undefined, board: string | undefined): Remark[] {
  if (inventory !== 'displaces' && inventory !== 'none') return [];
  return [board === 'weighed' ? remark('ok', 'checks.kmar.weighed', boardField, answers('27')) : remark('warns', 'checks.kmar.notWeighed', boardField, answers('27'))];
}

function ofTest(test: string | undefined): Remark {
  if (test === 'feasible') return remark('ok', 'checks.kmar.feasible', testField, answers('26'));
  return test === 'notFeasible' ? remark('warns', 'checks.kmar.notFeasible', testField, answers('26')) : remark('informs', 'checks.kmar.testFollows', testField, answers('26'));
}
