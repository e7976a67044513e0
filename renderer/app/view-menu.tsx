/** What the post works in, and the way to something else: operational work or one exercise. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { MenuTrigger } from 'react-aria-components/Menu';
import { classNames } from '../ui/class-names.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { ActionList, MenuPopover } from '../ui/menu.tsx';
import { useSay } from './language/index.ts';
import { useSession } from './session.ts';
import styles from './top-bar.module.css';
import { useViews } from './views.ts';

export function ViewMenu(): ReactNode {
  const say = useSay();
  const view = useSession((state) => state.view);
  const isExercise = view.kind === 'exercise';
  return (
    <MenuTrigger>
      <Button className={classNames(styles.pill, isExercise && styles.exercise)} aria-label={isExercise ? say('exercise.menuIn', { name: view.name }) : say('exercise.menu')}>
        <span className={styles.viewName}>
          {isExercise ? (
            <>
              {say('document.exercise')} <span className={styles.exerciseName}>{view.name}</span>
            </>
          ) : (
            say('frame.space.operational')
          )}
        </span>
        <ChevronDownIcon />
      </Button>
      <MenuPopover>
        <Choices />
      </MenuPopover>
    </MenuTrigger>
  );
}

/** Asked each time the list opens: an exercise may have come or gone since. */
function Choices(): ReactNode {
  const say = useSay();
  const views = useViews();
  const actions = views.map(({ id, label, detail, isCurrent, enter }) => ({
    id: id ?? 'operational',
    label: isCurrent ? say('exercise.current', { label }) : label,
    ...(detail === undefined ? {} : { description: detail }),
    onAction: enter,
  }));
  return <ActionList label={say('exercise.menu')} actions={actions} />;
}
