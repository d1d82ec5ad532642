import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { limits } from '../../../src/capabilities/statistics/reports/limits.ts';
import type { ReportView } from '../../../src/capabilities/statistics/reports/contract.ts';
import { api } from '../../shell/api.ts';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useDraft } from '../../shell/use-draft.ts';
import { useSubmission } from '../../shell/use-submission.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { nameIn } from '../figures.ts';

type Section = ReportView['sections'][number];

/** The text of one part: who made it, and in a draft the way to word it. */
export function SectionText(props: {
  readonly report: ReportView;
  readonly section: Section;
  readonly onSaved: (heading: string) => void;
}) {
  const { language, words } = useSpeech();
  const say = words.reports;
  const { report, section } = props;
  const [editing, setEditing] = useState(false);
  const heading = nameIn(section.heading, language);
  const may = report.steps.includes('wordReport');
  const draft = report.status === 'draft';
  const recounted = report.deeds.some(({ what }) => what === 'recounted');
  if (editing && may) {
    return (
      <SectionForm
        report={report}
        section={section}
        heading={heading}
        onLeave={() => setEditing(false)}
        onDone={() => {
          setEditing(false);
          props.onSaved(heading);
        }}
      />
    );
  }
  const origin = section.edited ? say.edited : section.ownWords ? say.ownWords : say.drafted;
  return (
    <>
      {/* What is printed is Chinese, whatever the reader's language. */}
      <p className="report-text" lang="zh-CN">
        {section.text}
      </p>
      {section.text === '' && draft && <p className="quiet">{say.ownEmpty}</p>}
      {draft && section.owed && section.text === '' && <p className="quiet">{say.owedHelp}</p>}
      {draft && (
        <p className="line-sub no-print">
          {origin}
          {section.edited && recounted && ` · ${say.editedStale}`}
        </p>
      )}
      {may && (
        <Button
          size="small"
          className="no-print"
          aria-label={fill(say.edit, { heading })}
          onClick={() => setEditing(true)}
        >
          {say.editShort}
        </Button>
      )}
    </>
  );
}

function SectionForm(props: {
  readonly report: ReportView;
  readonly section: Section;
  readonly heading: string;
  readonly onLeave: () => void;
  readonly onDone: () => void;
}) {
  const { words } = useSpeech();
  const say = words.reports;
  const { report, section, heading } = props;
  const draft = useDraft(`report:${report.id}:${section.id}`, { text: section.text });
  const { submit, busy, error } = useSubmission((body: unknown, key) =>
    api.post(`/reports/${report.id}/wordings`, body, { key }),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit({
      expectedVersion: report.version,
      input: { sections: { [section.id]: draft.value.text } },
    });
    if (done === null) return;
    draft.clear();
    props.onDone();
  };
  return (
    <form onSubmit={(event) => void send(event)} aria-busy={busy} noValidate>
      <Field label={fill(say.text, { heading })} help={say.textHelp}>
        {(aria) => (
          <TextArea
            aria={aria}
            rows={4}
            limit={limits.section}
            value={draft.value.text}
            onChange={(text) => draft.change(() => ({ text }))}
          />
        )}
      </Field>
      {error !== null && <ProblemNote error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? say.saving : say.save}
        </Button>
        <Button
          onClick={() => {
            draft.clear();
            props.onLeave();
          }}
        >
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
