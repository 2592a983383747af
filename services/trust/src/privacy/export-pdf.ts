import PDFDocument from 'pdfkit';
import type { PersonData } from './export.service.js';

const told = (value: unknown): string => {
  if (value === null || value === undefined) return '—';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

type Line = { heading?: true; text: string };

const heading = (text: string): Line => ({ heading: true, text });
const line = (text: string): Line => ({ text });

function linesOfHeld({ table, classes, rows }: PersonData['held'][number]): Line[] {
  const fields = Object.entries(classes);
  return [
    line(`${table} (${rows.length})`),
    ...rows.flatMap((row) =>
      fields.map(([field, as]) => line(`   ${field} [${as}]: ${told(row[field])}`)),
    ),
  ];
}

/** The lines of the paper, in Indonesian first: it is handed to a person. */
function linesOf(data: PersonData): Line[] {
  const { processing, held, sentTo, acts } = data;
  const { purpose, legalBasis, source, retention } = processing;
  return [
    heading('Salinan data pribadi / Copy of personal data'),
    line(`${data.subject} · ${data.service} · ${data.requestId} · ${told(data.givenAt)}`),
    heading('Tujuan dan dasar hukum / Purpose and legal basis'),
    line(purpose.id),
    line(purpose.en),
    line(`${legalBasis}: ${source}`),
    heading('Masa retensi / Retention'),
    line(`${retention.months} bulan / months: ${retention.from.id} / ${retention.from.en}`),
    line(retention.source),
    heading('Data yang disimpan / What is held'),
    ...held.flatMap(linesOfHeld),
    heading('Dikirim kepada / Sent to'),
    ...sentTo.map(({ receiver, at, what }) => line(`${told(at)} ${receiver} ${what}`)),
    heading('Siapa yang membaca atau mengubah / Who has read or changed it'),
    ...acts.map((act) =>
      line(
        `${told(act.at)} ${act.kind} ${act.operation} ${act.role} ${act.office ?? act.organization ?? ''} ${act.purpose ?? ''}`,
      ),
    ),
  ];
}

/** The paper for the person. Its fonts come with the software: nothing is fetched. */
export function printPersonData(data: PersonData, compress = true): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 50, compress });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const printed = new Promise<Buffer>((resolve) =>
    document.on('end', () => resolve(Buffer.concat(parts))),
  );
  for (const each of linesOf(data)) {
    document.font(each.heading ? 'Helvetica-Bold' : 'Helvetica').fontSize(each.heading ? 12 : 9);
    if (each.heading) document.moveDown();
    document.text(each.text);
  }
  document.end();
  return printed;
}
