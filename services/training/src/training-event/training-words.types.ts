import { enumOf } from '@jejaring/chassis/graph/enums';

export const TrainingKindType = enumOf('TrainingKind', 'What sort of training it is.', {
  BIMTEK: 'Technical guidance (bimbingan teknis).',
  PELATIHAN: 'Training course (pelatihan).',
  PEMBINAAN: 'Guidance of organizations (pembinaan).',
  STUDI_BANDING: 'Study visit (studi banding).',
  SOSIALISASI: 'Information meeting (sosialisasi).',
});

export const TrainingTopicType = enumOf('TrainingTopic', 'What is taught.', {
  NETWORKING: 'Networks of cooperation (jejaring kerja).',
  PRODUCTIVE_ECONOMY: 'Productive economic ventures (usaha ekonomi produktif).',
  ORGANISATION_MANAGEMENT: 'Running an organization (tata kelola kelembagaan).',
  DIGITAL: 'Digital skills (teknologi informasi).',
  VOCATIONAL: 'Vocational skills (keterampilan kerja).',
  ENTREPRENEURSHIP: 'Entrepreneurship (kewirausahaan).',
  CASE_HANDLING: 'Handling cases of people in need (penanganan PPKS).',
  DISASTER: 'Disaster response (penanggulangan bencana).',
  OTHER: 'Something else.',
});

export const TrainingEventStatusType = enumOf(
  'TrainingEventStatus',
  'Where a training event stands.',
  {
    DRAFT: 'Being planned; only its organizer sees it.',
    ANNOUNCED: 'Known to everybody.',
    REGISTRATION_OPEN: 'Seats may be asked for.',
    REGISTRATION_CLOSED: 'No new registrations; those who wait may still move up.',
    RUNNING: 'Taking place.',
    COMPLETED: 'Over, attendance settled.',
    REPORTED: 'Over, and its report was handed in (laporan kegiatan).',
    POSTPONED: 'Put off; its registrations stand until new days are announced.',
    CANCELLED: 'Called off.',
  },
);

export const TrainingEventCommandType = enumOf(
  'TrainingEventCommand',
  'What can be done with a training event.',
  {
    ANNOUNCE: '`announceTrainingEvent`',
    OPEN_REGISTRATION: '`openRegistration`',
    CLOSE_REGISTRATION: '`closeRegistration`',
    START: '`startTrainingEvent`',
    COMPLETE: '`completeTrainingEvent`',
    REPORT: '`reportTrainingEvent`',
    POSTPONE: '`postponeTrainingEvent`',
    RESCHEDULE: '`rescheduleTrainingEvent`',
    CANCEL: '`cancelTrainingEvent`',
  },
);
