import type { Operation } from './ledger.js';

interface Command {
  service: Operation['service'];
  type: string;
  input: string;
  /** Where the row stands afterwards. */
  status: string;
}

const registry = (input: string, status: string): Command => ({
  service: 'organizations',
  type: 'Organization',
  input,
  status,
});
const casework = (type: string, input: string, status: string): Command => ({
  service: 'welfare-cases',
  type,
  input,
  status,
});

/** The mutations of the campaign. */
export const commands = {
  draftRegistration: registry('DraftRegistrationInput', 'DRAFT'),
  submitRegistration: registry('OrganizationStepInput', 'SUBMITTED'),
  verifyRegistration: registry('OrganizationStepInput', 'ACTIVE'),
  suspendOrganization: registry('OrganizationDecreeInput', 'SUSPENDED'),
  liftSuspension: registry('OrganizationStepInput', 'ACTIVE'),
  markOrganizationDormant: registry('OrganizationStepInput', 'DORMANT'),
  reactivateOrganization: registry('OrganizationStepInput', 'ACTIVE'),
  reportCase: casework('WelfareCase', 'ReportCaseInput', 'REPORTED'),
  acceptCase: casework('WelfareCase', 'AcceptCaseInput', 'ACCEPTED'),
  completeAssessment: casework('WelfareCase', 'CompleteAssessmentInput', 'ASSESSED'),
  adoptServicePlan: casework('WelfareCase', 'AdoptServicePlanInput', 'PLANNED'),
  recordIntervention: casework('WelfareCase', 'RecordInterventionInput', 'IN_SERVICE'),
  proposeTermination: casework('WelfareCase', 'ProposeTerminationInput', 'TERMINATING'),
  closeCase: casework('WelfareCase', 'CloseCaseInput', 'CLOSED'),
  recordConsent: casework('Consent', 'RecordConsentInput', ''),
  draftReferral: casework('Referral', 'DraftReferralInput', 'DRAFT'),
  sendReferral: casework('Referral', 'SendReferralInput', 'SENT'),
  acceptReferral: casework('Referral', 'ReferralStepInput', 'ACCEPTED'),
  declineReferral: casework('Referral', 'DeclineReferralInput', 'DECLINED'),
  startReferral: casework('Referral', 'ReferralStepInput', 'IN_PROGRESS'),
  completeReferral: casework('Referral', 'CompleteReferralInput', 'COMPLETED'),
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export function documentOf(name: CommandName): string {
  const { input, type } = commands[name];
  return `mutation Campaign($input: ${input}!) { ${name}(input: $input) {
    __typename ... on ${type} { id version } ... on Problem { message { en } }
  } }`;
}
