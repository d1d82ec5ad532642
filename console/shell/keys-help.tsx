import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { singleKeysOn, switchSingleKeys } from './use-keys.ts';
import { useWords } from './words-context.tsx';

/** All keys, by what they do. */
export function KeysHelp(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { keys, action } = useWords().shell;
  const [on, setOn] = useState(singleKeysOn);
  const groups: readonly [string, readonly (readonly [string, string])[]][] = [
    [
      keys.groups.go,
      [
        ['g d', keys.desk],
        ['g a', keys.petitions],
        ['g p', keys.papers],
        ['g c', keys.commitments],
        ['g i', keys.inbox],
        ['g m', keys.messages],
        ['g o', keys.organisation],
        ['g s', keys.statistics],
        ['n', keys.register],
      ],
    ],
    [
      keys.groups.list,
      [
        ['j', keys.down],
        ['k', keys.up],
        ['Enter', keys.enter],
        ['x', keys.select],
      ],
    ],
    [
      keys.groups.form,
      [
        ['Ctrl Enter', keys.submit],
        ['.', keys.next],
        ['u', keys.urgent],
        ['Esc', keys.escape],
      ],
    ],
    [
      keys.groups.other,
      [
        ['/', keys.search],
        ['?', keys.help],
      ],
    ],
  ];
  return (
    <Modal
      open={props.open}
      title={keys.title}
      onCancel={props.onClose}
      onOk={props.onClose}
      okText={action.close}
      cancelButtonProps={{ style: { display: 'none' } }}
      width={640}
    >
      <div className="keys">
        {groups.map(([title, list]) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {list.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        checked={on}
        onChange={(event) => {
          switchSingleKeys(event.target.checked);
          setOn(event.target.checked);
        }}
      >
        {keys.switch}
      </Checkbox>
      <p className="field-help">{keys.switchHelp}</p>
    </Modal>
  );
}
