// Made from schema/events by `npm run events`; never edited by hand.

/** The data of each event, by its type. */
export interface EventData {
  'awards.audit.sealed.v1': AwardsAuditSealedV1;
  'awards.award.granted.v1': AwardsAwardGrantedV1;
  'awards.award.presented.v1': AwardsAwardPresentedV1;
  'awards.award.revoked.v1': AwardsAwardRevokedV1;
  'awards.award.snapshotted.v1': AwardsAwardSnapshottedV1;
  'awards.competition.cancelled.v1': AwardsCompetitionCancelledV1;
  'awards.competition.finalized.v1': AwardsCompetitionFinalizedV1;
  'awards.competition.judging-started.v1': AwardsCompetitionJudgingStartedV1;
  'awards.competition.nominations-closed.v1': AwardsCompetitionNominationsClosedV1;
  'awards.competition.nominations-opened.v1': AwardsCompetitionNominationsOpenedV1;
  'awards.competition.published.v1': AwardsCompetitionPublishedV1;
  'awards.competition.ranking-computed.v1': AwardsCompetitionRankingComputedV1;
  'awards.competition.snapshotted.v1': AwardsCompetitionSnapshottedV1;
  'awards.competition.stage-sealed.v1': AwardsCompetitionStageSealedV1;
  'awards.competition.winners-announced.v1': AwardsCompetitionWinnersAnnouncedV1;
  'awards.competition.winners-decided.v1': AwardsCompetitionWinnersDecidedV1;
  'awards.competition.winners-promoted.v1': AwardsCompetitionWinnersPromotedV1;
  'awards.nomination.found-eligible.v1': AwardsNominationFoundEligibleV1;
  'awards.nomination.found-ineligible.v1': AwardsNominationFoundIneligibleV1;
  'awards.nomination.sent-to-review.v1': AwardsNominationSentToReviewV1;
  'awards.nomination.submitted.v1': AwardsNominationSubmittedV1;
  'awards.nomination.withdrawn.v1': AwardsNominationWithdrawnV1;
  'awards.score-sheet.submitted.v1': AwardsScoreSheetSubmittedV1;
  'event-hub.audit.sealed.v1': EventHubAuditSealedV1;
  'event-hub.redrive.requested.v1': EventHubRedriveRequestedV1;
  'event-hub.subscription.created.v1': EventHubSubscriptionCreatedV1;
  'event-hub.subscription.disabled.v1': EventHubSubscriptionDisabledV1;
  'event-hub.subscription.ended.v1': EventHubSubscriptionEndedV1;
  'event-hub.subscription.tested.v1': EventHubSubscriptionTestedV1;
  'event-hub.subscription.verified.v1': EventHubSubscriptionVerifiedV1;
  'organizations.activity.realised.v1': OrganizationsActivityRealisedV1;
  'organizations.allocation.deferred.v1': OrganizationsAllocationDeferredV1;
  'organizations.appointment.ended.v1': OrganizationsAppointmentEndedV1;
  'organizations.appointment.made.v1': OrganizationsAppointmentMadeV1;
  'organizations.asset.condition-reported.v1': OrganizationsAssetConditionReportedV1;
  'organizations.asset.handed-over.v1': OrganizationsAssetHandedOverV1;
  'organizations.assistance-programme.opened.v1': OrganizationsAssistanceProgrammeOpenedV1;
  'organizations.audit.sealed.v1': OrganizationsAuditSealedV1;
  'organizations.board.confirmed.v1': OrganizationsBoardConfirmedV1;
  'organizations.board.elected.v1': OrganizationsBoardElectedV1;
  'organizations.board.expired.v1': OrganizationsBoardExpiredV1;
  'organizations.board.expiring.v1': OrganizationsBoardExpiringV1;
  'organizations.board.ratified.v1': OrganizationsBoardRatifiedV1;
  'organizations.board.revoked.v1': OrganizationsBoardRevokedV1;
  'organizations.classification.determined.v1': OrganizationsClassificationDeterminedV1;
  'organizations.classification.objected.v1': OrganizationsClassificationObjectedV1;
  'organizations.classification.scored.v1': OrganizationsClassificationScoredV1;
  'organizations.data-incident.assessed.v1': OrganizationsDataIncidentAssessedV1;
  'organizations.data-incident.notified.v1': OrganizationsDataIncidentNotifiedV1;
  'organizations.data-incident.overdue.v1': OrganizationsDataIncidentOverdueV1;
  'organizations.data-incident.reported.v1': OrganizationsDataIncidentReportedV1;
  'organizations.officer.erased.v1': OrganizationsOfficerErasedV1;
  'organizations.officer.seated.v1': OrganizationsOfficerSeatedV1;
  'organizations.officer.unseated.v1': OrganizationsOfficerUnseatedV1;
  'organizations.organization-event.held.v1': OrganizationsOrganizationEventHeldV1;
  'organizations.organization.became-dormant.v1': OrganizationsOrganizationBecameDormantV1;
  'organizations.organization.dissolved.v1': OrganizationsOrganizationDissolvedV1;
  'organizations.organization.reactivated.v1': OrganizationsOrganizationReactivatedV1;
  'organizations.organization.registered.v1': OrganizationsOrganizationRegisteredV1;
  'organizations.organization.reinstated.v1': OrganizationsOrganizationReinstatedV1;
  'organizations.organization.rejected.v1': OrganizationsOrganizationRejectedV1;
  'organizations.organization.returned.v1': OrganizationsOrganizationReturnedV1;
  'organizations.organization.snapshotted.v1': OrganizationsOrganizationSnapshottedV1;
  'organizations.organization.submitted.v1': OrganizationsOrganizationSubmittedV1;
  'organizations.organization.suspended.v1': OrganizationsOrganizationSuspendedV1;
  'organizations.partnership.ended.v1': OrganizationsPartnershipEndedV1;
  'organizations.partnership.signed.v1': OrganizationsPartnershipSignedV1;
  'organizations.privacy-request.fulfilled.v1': OrganizationsPrivacyRequestFulfilledV1;
  'organizations.privacy-request.overdue.v1': OrganizationsPrivacyRequestOverdueV1;
  'organizations.privacy-request.received.v1': OrganizationsPrivacyRequestReceivedV1;
  'organizations.privacy-request.refused.v1': OrganizationsPrivacyRequestRefusedV1;
  'organizations.venture.activated.v1': OrganizationsVentureActivatedV1;
  'organizations.venture.closed.v1': OrganizationsVentureClosedV1;
  'organizations.venture.reported.v1': OrganizationsVentureReportedV1;
  'organizations.village-fund.allocated.v1': OrganizationsVillageFundAllocatedV1;
  'organizations.work-programme.adopted.v1': OrganizationsWorkProgrammeAdoptedV1;
  'organizations.work-programme.evaluated.v1': OrganizationsWorkProgrammeEvaluatedV1;
  'training.audit.sealed.v1': TrainingAuditSealedV1;
  'training.certificate.issued.v1': TrainingCertificateIssuedV1;
  'training.certificate.revoked.v1': TrainingCertificateRevokedV1;
  'training.data-incident.assessed.v1': TrainingDataIncidentAssessedV1;
  'training.data-incident.notified.v1': TrainingDataIncidentNotifiedV1;
  'training.data-incident.overdue.v1': TrainingDataIncidentOverdueV1;
  'training.data-incident.reported.v1': TrainingDataIncidentReportedV1;
  'training.delegation.accepted.v1': TrainingDelegationAcceptedV1;
  'training.delegation.rejected.v1': TrainingDelegationRejectedV1;
  'training.delegation.submitted.v1': TrainingDelegationSubmittedV1;
  'training.delegation.withdrawn.v1': TrainingDelegationWithdrawnV1;
  'training.participant.approved.v1': TrainingParticipantApprovedV1;
  'training.participant.attended.v1': TrainingParticipantAttendedV1;
  'training.participant.completed.v1': TrainingParticipantCompletedV1;
  'training.participant.erased.v1': TrainingParticipantErasedV1;
  'training.participant.lapsed.v1': TrainingParticipantLapsedV1;
  'training.participant.missed.v1': TrainingParticipantMissedV1;
  'training.participant.not-completed.v1': TrainingParticipantNotCompletedV1;
  'training.participant.offered.v1': TrainingParticipantOfferedV1;
  'training.participant.promoted.v1': TrainingParticipantPromotedV1;
  'training.participant.rejected.v1': TrainingParticipantRejectedV1;
  'training.participant.replaced.v1': TrainingParticipantReplacedV1;
  'training.participant.waitlisted.v1': TrainingParticipantWaitlistedV1;
  'training.participant.withdrawn.v1': TrainingParticipantWithdrawnV1;
  'training.privacy-request.fulfilled.v1': TrainingPrivacyRequestFulfilledV1;
  'training.privacy-request.overdue.v1': TrainingPrivacyRequestOverdueV1;
  'training.privacy-request.received.v1': TrainingPrivacyRequestReceivedV1;
  'training.privacy-request.refused.v1': TrainingPrivacyRequestRefusedV1;
  'training.training-event.announced.v1': TrainingTrainingEventAnnouncedV1;
  'training.training-event.cancelled.v1': TrainingTrainingEventCancelledV1;
  'training.training-event.completed.v1': TrainingTrainingEventCompletedV1;
  'training.training-event.postponed.v1': TrainingTrainingEventPostponedV1;
  'training.training-event.registration-closed.v1': TrainingTrainingEventRegistrationClosedV1;
  'training.training-event.registration-opened.v1': TrainingTrainingEventRegistrationOpenedV1;
  'training.training-event.reported.v1': TrainingTrainingEventReportedV1;
  'training.training-event.snapshotted.v1': TrainingTrainingEventSnapshottedV1;
  'training.training-event.started.v1': TrainingTrainingEventStartedV1;
  'welfare-cases.aftercare.recorded.v1': WelfareCasesAftercareRecordedV1;
  'welfare-cases.aftercare.started.v1': WelfareCasesAftercareStartedV1;
  'welfare-cases.audit.sealed.v1': WelfareCasesAuditSealedV1;
  'welfare-cases.beneficiary.erased.v1': WelfareCasesBeneficiaryErasedV1;
  'welfare-cases.break-glass.overdue.v1': WelfareCasesBreakGlassOverdueV1;
  'welfare-cases.break-glass.reviewed.v1': WelfareCasesBreakGlassReviewedV1;
  'welfare-cases.break-glass.used.v1': WelfareCasesBreakGlassUsedV1;
  'welfare-cases.case.accepted.v1': WelfareCasesCaseAcceptedV1;
  'welfare-cases.case.assessed.v1': WelfareCasesCaseAssessedV1;
  'welfare-cases.case.closed.v1': WelfareCasesCaseClosedV1;
  'welfare-cases.case.followed-up.v1': WelfareCasesCaseFollowedUpV1;
  'welfare-cases.case.held.v1': WelfareCasesCaseHeldV1;
  'welfare-cases.case.overdue.v1': WelfareCasesCaseOverdueV1;
  'welfare-cases.case.rejected.v1': WelfareCasesCaseRejectedV1;
  'welfare-cases.case.reopened.v1': WelfareCasesCaseReopenedV1;
  'welfare-cases.case.reported.v1': WelfareCasesCaseReportedV1;
  'welfare-cases.case.restricted.v1': WelfareCasesCaseRestrictedV1;
  'welfare-cases.case.resumed.v1': WelfareCasesCaseResumedV1;
  'welfare-cases.case.sealed.v1': WelfareCasesCaseSealedV1;
  'welfare-cases.case.unsealed.v1': WelfareCasesCaseUnsealedV1;
  'welfare-cases.consent.withdrawn.v1': WelfareCasesConsentWithdrawnV1;
  'welfare-cases.data-incident.assessed.v1': WelfareCasesDataIncidentAssessedV1;
  'welfare-cases.data-incident.notified.v1': WelfareCasesDataIncidentNotifiedV1;
  'welfare-cases.data-incident.overdue.v1': WelfareCasesDataIncidentOverdueV1;
  'welfare-cases.data-incident.reported.v1': WelfareCasesDataIncidentReportedV1;
  'welfare-cases.handled-case.counted.v1': WelfareCasesHandledCaseCountedV1;
  'welfare-cases.intervention.delivered.v1': WelfareCasesInterventionDeliveredV1;
  'welfare-cases.privacy-request.fulfilled.v1': WelfareCasesPrivacyRequestFulfilledV1;
  'welfare-cases.privacy-request.overdue.v1': WelfareCasesPrivacyRequestOverdueV1;
  'welfare-cases.privacy-request.received.v1': WelfareCasesPrivacyRequestReceivedV1;
  'welfare-cases.privacy-request.refused.v1': WelfareCasesPrivacyRequestRefusedV1;
  'welfare-cases.referral-link.drawn.v1': WelfareCasesReferralLinkDrawnV1;
  'welfare-cases.referral-link.ended.v1': WelfareCasesReferralLinkEndedV1;
  'welfare-cases.referral.accepted.v1': WelfareCasesReferralAcceptedV1;
  'welfare-cases.referral.acknowledged.v1': WelfareCasesReferralAcknowledgedV1;
  'welfare-cases.referral.cancelled.v1': WelfareCasesReferralCancelledV1;
  'welfare-cases.referral.completed.v1': WelfareCasesReferralCompletedV1;
  'welfare-cases.referral.declined.v1': WelfareCasesReferralDeclinedV1;
  'welfare-cases.referral.expired.v1': WelfareCasesReferralExpiredV1;
  'welfare-cases.referral.sent.v1': WelfareCasesReferralSentV1;
  'welfare-cases.referral.started.v1': WelfareCasesReferralStartedV1;
  'welfare-cases.restriction.lifted.v1': WelfareCasesRestrictionLiftedV1;
  'welfare-cases.service-plan.adopted.v1': WelfareCasesServicePlanAdoptedV1;
  'welfare-cases.service-plan.revised.v1': WelfareCasesServicePlanRevisedV1;
  'welfare-cases.statistics.published.v1': WelfareCasesStatisticsPublishedV1;
  'welfare-cases.termination.proposed.v1': WelfareCasesTerminationProposedV1;
}

export type EventType = keyof EventData;

/** What stands around the data: attributes of CloudEvents 1.0. */
export interface Envelope {
  /** The version of CloudEvents. · Versi CloudEvents. */
  readonly specversion: '1.0';
  /** The event. What comes twice has the same id twice. · Pengenal peristiwa. Peristiwa yang datang dua kali berpengenal sama. */
  readonly id: string;
  /** The service that says it. · Layanan yang menyampaikannya. */
  readonly source: string;
  /** What happened, and the version in which it is told. · Apa yang terjadi, beserta versi penyampaiannya. */
  readonly type: string;
  /** The key: what is told of one subject comes in order. · Kunci: peristiwa tentang satu subjek datang berurutan. */
  readonly subject: string;
  /** When it happened. · Waktu kejadian. */
  readonly time: string;
  /** When it was recorded; later than `time` for what is entered afterwards. · Waktu pencatatan; lebih lambat daripada `time` bila dicatat belakangan. */
  readonly recordedtime: string;
  /** Counts the events of one subject on one topic, from 1, without a gap. · Nomor urut peristiwa satu subjek pada satu topik, mulai dari 1, tanpa terputus. */
  readonly sequence: string;
  /** Raised when the service was restored from a backup: `sequence` may then begin anew. · Dinaikkan setiap kali layanan dipulihkan dari cadangan; `sequence` dapat dimulai kembali. */
  readonly epoch: string;
  /** The name of the JSON Schema that the data keeps. · Nama JSON Schema yang dipatuhi datanya. */
  readonly dataschema: string;
  /** Region code of the place of the event, dotted; empty for the nation, absent for no place. · Kode wilayah tempat peristiwa, bertitik; kosong untuk nasional, tidak ada bila tanpa tempat. */
  readonly region?: string;
  /** The form of the data. · Bentuk data. */
  readonly datacontenttype: 'application/json';
}

/** One event, or any of several; `type` tells which. */
export type EventOf<Type extends EventType = EventType> = {
  [Each in Type]: Envelope & { readonly type: Each; readonly data: EventData[Each] };
}[Type];

/**
 * Entries of the audit were sealed; who keeps these events can tell later whether the audit was altered.
 *
 * Sejumlah catatan jejak audit disegel; siapa pun yang menyimpan peristiwa ini dapat mengetahui kelak apakah jejak audit diubah.
 */
export interface AwardsAuditSealedV1 {
  /** The service whose chain it is. · Layanan pemilik rantai segel. */
  readonly chain: "organizations" | "welfare-cases" | "training" | "awards";
  /** Raised when the service was restored from a backup. · Dinaikkan setiap kali layanan dipulihkan dari cadangan. */
  readonly epoch: number;
  /** 1, 2, 3 and so on, without a gap. · 1, 2, 3, dan seterusnya tanpa terputus. */
  readonly number: number;
  /** Place of the first entry in the chain. · Urutan catatan pertama dalam rantai. */
  readonly firstSeq: number;
  /** Place of the last entry in the chain. · Urutan catatan terakhir dalam rantai. */
  readonly lastSeq: number;
  /** How many entries are under the seal. · Jumlah catatan yang tercakup oleh segel. */
  readonly entries: number;
  /** SHA-256 over the root before and the Merkle root of the entries, in hexadecimal. · SHA-256 atas akar sebelumnya dan akar Merkle catatan, dalam heksadesimal. */
  readonly root: string;
  /** The root of the seal before; 64 zeros for the first. · Akar segel sebelumnya; 64 angka nol untuk segel pertama. */
  readonly previousRoot: string;
  /** When it was sealed. · Waktu penyegelan. */
  readonly sealedAt: string;
  /** Ed25519 over the statement, base64. · Tanda tangan Ed25519 atas pernyataan segel, base64. */
  readonly signature: string;
  /** The key that signed. · Kunci penanda tangan. */
  readonly keyId: string;
}

/**
 * An organization was granted an award.
 *
 * Suatu organisasi ditetapkan menerima penghargaan.
 */
export interface AwardsAwardGrantedV1 {
  /** The award. · Penghargaan. */
  readonly awardId: `awd_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** The organization that won. · Organisasi pemenang. */
  readonly organizationId: `org_${string}`;
  /** Place; equal places share a number. · Peringkat; peringkat yang sama bernomor sama. */
  readonly rank: number;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * An award was handed over.
 *
 * Suatu penghargaan diserahkan.
 */
export interface AwardsAwardPresentedV1 {
  /** The award. · Penghargaan. */
  readonly awardId: `awd_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** The organization that won. · Organisasi pemenang. */
  readonly organizationId: `org_${string}`;
  /** Day on which it was handed over. · Tanggal penyerahan. */
  readonly presentedOn: string;
  /** The event of an organization at which it was. · Acara organisasi tempat penyerahan dilakukan. */
  readonly occasionId?: `oev_${string}`;
}

/**
 * An award was taken back.
 *
 * Suatu penghargaan dicabut.
 */
export interface AwardsAwardRevokedV1 {
  /** The award. · Penghargaan. */
  readonly awardId: `awd_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** The organization that won. · Organisasi pemenang. */
  readonly organizationId: `org_${string}`;
}

/**
 * The state of an award after the event whose sequence and epoch it carries.
 *
 * Keadaan penghargaan setelah peristiwa dengan nomor urut dan epoch yang dibawanya.
 */
export interface AwardsAwardSnapshottedV1 {
  /** The award. · Penghargaan. */
  readonly awardId: `awd_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** The organization that won. · Organisasi pemenang. */
  readonly organizationId: `org_${string}`;
  /** Place; equal places share a number. · Peringkat; peringkat yang sama bernomor sama. */
  readonly rank: number;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
  /** Whether it stands. · Apakah masih berlaku. */
  readonly status: "GRANTED" | "PRESENTED" | "REVOKED";
  /** Day on which it was handed over. · Tanggal penyerahan. */
  readonly presentedOn?: string;
}

/**
 * A competition was called off; it will have no winners.
 *
 * Lomba dibatalkan; tidak akan ada pemenang.
 */
export interface AwardsCompetitionCancelledV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * The result of a competition is final; the time for objections is over.
 *
 * Hasil lomba bersifat final; masa sanggah telah berakhir.
 */
export interface AwardsCompetitionFinalizedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * The judging of a competition began; every juror has a sheet for each nominee.
 *
 * Penilaian lomba dimulai; setiap juri telah menerima lembar penilaian untuk setiap peserta.
 */
export interface AwardsCompetitionJudgingStartedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * No more nominations are taken for a competition.
 *
 * Pengusulan calon peserta lomba ditutup.
 */
export interface AwardsCompetitionNominationsClosedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * Nominations for a competition may be handed in.
 *
 * Pengusulan calon peserta lomba dibuka.
 */
export interface AwardsCompetitionNominationsOpenedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * A competition was published with its rules of eligibility.
 *
 * Lomba diumumkan beserta syarat kepesertaannya.
 */
export interface AwardsCompetitionPublishedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * The nominees of a competition were ranked from the sealed score sheets.
 *
 * Peringkat peserta lomba dihitung dari lembar penilaian yang telah disegel.
 */
export interface AwardsCompetitionRankingComputedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
  /** How many nominees were ranked. · Jumlah peserta yang diperingkat. */
  readonly nominations: number;
  /** One per stage, in their order. · Satu untuk setiap tahap, menurut urutannya. */
  readonly chainHeads: ReadonlyArray<string>;
}

/**
 * The state of a competition after the event whose sequence and epoch it carries.
 *
 * Keadaan lomba setelah peristiwa dengan nomor urut dan epoch yang dibawanya.
 */
export interface AwardsCompetitionSnapshottedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
  /** How far it has come. · Tahap yang telah dicapai. */
  readonly status: "PUBLISHED" | "NOMINATION_OPEN" | "NOMINATION_CLOSED" | "JUDGING" | "RANKED" | "DECIDED" | "ANNOUNCED" | "FINAL" | "PROMOTED" | "CANCELLED";
}

/**
 * The score sheets of a stage were sealed: none of them changes any more.
 *
 * Lembar penilaian suatu tahap disegel: tidak ada lagi yang dapat berubah.
 */
export interface AwardsCompetitionStageSealedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
  /** Place of the stage in the scheme. · Urutan tahap dalam skema penilaian. */
  readonly stage: number;
  /** How many sheets were sealed. · Jumlah lembar yang disegel. */
  readonly sheets: number;
  /** SHA-256 that ends the chain of sealed sheets of a stage, in hexadecimal. · SHA-256 penutup rantai lembar penilaian tersegel dari suatu tahap, dalam heksadesimal. */
  readonly chainHead: string;
}

/**
 * The winners of a competition were announced.
 *
 * Pemenang lomba diumumkan.
 */
export interface AwardsCompetitionWinnersAnnouncedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
  /** How many win. · Jumlah pemenang. */
  readonly winners: number;
  /** One per stage, in their order. · Satu untuk setiap tahap, menurut urutannya. */
  readonly chainHeads?: ReadonlyArray<string>;
}

/**
 * The winners of a competition were decided and not announced yet.
 *
 * Pemenang lomba telah ditetapkan dan belum diumumkan.
 */
export interface AwardsCompetitionWinnersDecidedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
  /** How many win. · Jumlah pemenang. */
  readonly winners: number;
}

/**
 * The best of a competition were nominated for the competition above it.
 *
 * Peserta terbaik suatu lomba diusulkan ke lomba tingkat di atasnya.
 */
export interface AwardsCompetitionWinnersPromotedV1 {
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Year of the competition. · Tahun lomba. */
  readonly year: number;
  /** The level it is held at. · Tingkat penyelenggaraan. */
  readonly tier: "DISTRICT" | "REGENCY" | "PROVINCE" | "NATIONAL";
  /** Which kind of welfare resource may win. · Jenis PSKS yang dapat menjadi pemenang. */
  readonly category: "KARANG_TARUNA" | "LKS" | "TKSK" | "PSM" | "TAGANA";
  /** Region of the competition, dotted; empty for the nation. · Kode wilayah lomba, bertitik; kosong untuk tingkat nasional. */
  readonly regionCode: string;
}

/**
 * The nominee meets every rule of the competition.
 *
 * Peserta yang diusulkan memenuhi semua syarat lomba.
 */
export interface AwardsNominationFoundEligibleV1 {
  /** The nomination. · Usulan peserta. */
  readonly nominationId: `nom_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
}

/**
 * The nominee does not meet a rule of the competition.
 *
 * Peserta yang diusulkan tidak memenuhi salah satu syarat lomba.
 */
export interface AwardsNominationFoundIneligibleV1 {
  /** The nomination. · Usulan peserta. */
  readonly nominationId: `nom_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
}

/**
 * A rule cannot be answered from what is known; the organizer decides.
 *
 * Pemenuhan suatu syarat tidak dapat dipastikan dari data yang ada; penyelenggara yang memutuskan.
 */
export interface AwardsNominationSentToReviewV1 {
  /** The nomination. · Usulan peserta. */
  readonly nominationId: `nom_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
}

/**
 * A nomination was handed in.
 *
 * Suatu usulan peserta diajukan.
 */
export interface AwardsNominationSubmittedV1 {
  /** The nomination. · Usulan peserta. */
  readonly nominationId: `nom_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
}

/**
 * A nomination was taken back.
 *
 * Suatu usulan peserta ditarik kembali.
 */
export interface AwardsNominationWithdrawnV1 {
  /** The nomination. · Usulan peserta. */
  readonly nominationId: `nom_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
}

/**
 * A juror handed in a score sheet.
 *
 * Seorang juri menyerahkan lembar penilaian.
 */
export interface AwardsScoreSheetSubmittedV1 {
  /** The sheet. · Lembar penilaian. */
  readonly scoreSheetId: `sht_${string}`;
  /** The competition. · Lomba. */
  readonly competitionId: `cmp_${string}`;
  /** Place of the stage in the scheme. · Urutan tahap dalam skema penilaian. */
  readonly stage: number;
}

/**
 * Entries of the audit were sealed; who keeps these events can tell later whether the audit was altered.
 *
 * Sejumlah catatan jejak audit disegel; siapa pun yang menyimpan peristiwa ini dapat mengetahui kelak apakah jejak audit diubah.
 */
export interface EventHubAuditSealedV1 {
  /** The service whose chain it is. · Layanan pemilik rantai segel. */
  readonly chain: "event-hub";
  /** Raised when the service was restored from a backup. · Dinaikkan setiap kali layanan dipulihkan dari cadangan. */
  readonly epoch: number;
  /** 1, 2, 3 and so on, without a gap. · 1, 2, 3, dan seterusnya tanpa terputus. */
  readonly number: number;
  /** Place of the first entry in the chain. · Urutan catatan pertama dalam rantai. */
  readonly firstSeq: number;
  /** Place of the last entry in the chain. · Urutan catatan terakhir dalam rantai. */
  readonly lastSeq: number;
  /** How many entries are under the seal. · Jumlah catatan yang tercakup oleh segel. */
  readonly entries: number;
  /** SHA-256 over the root before and the Merkle root of the entries, in hexadecimal. · SHA-256 atas akar sebelumnya dan akar Merkle catatan, dalam heksadesimal. */
  readonly root: string;
  /** The root of the seal before; 64 zeros for the first. · Akar segel sebelumnya; 64 angka nol untuk segel pertama. */
  readonly previousRoot: string;
  /** When it was sealed. · Waktu penyegelan. */
  readonly sealedAt: string;
  /** Ed25519 over the statement, base64. · Tanda tangan Ed25519 atas pernyataan segel, base64. */
  readonly signature: string;
  /** The key that signed. · Kunci penanda tangan. */
  readonly keyId: string;
}

/**
 * Events that wait for an operator in a service shall be tried again.
 *
 * Peristiwa yang menunggu tindakan operator pada suatu layanan diminta untuk diproses ulang.
 */
export interface EventHubRedriveRequestedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `rdr_${string}`;
  /** The service in which they wait. · Layanan tempat peristiwa menunggu. */
  readonly service: "organizations" | "welfare-cases" | "training" | "awards" | "event-hub";
  /** Their topic. · Topik peristiwa. */
  readonly topic: string;
  /** Their key. · Kunci peristiwa. */
  readonly key: string;
}

/**
 * Somebody subscribed to events with an endpoint of theirs, which is to agree first.
 *
 * Sebuah langganan peristiwa dibuat dengan titik penerima yang masih harus menyetujuinya.
 */
export interface EventHubSubscriptionCreatedV1 {
  /** The subscription. · Langganan peristiwa. */
  readonly subscriptionId: `sub_${string}`;
  /** The region whose events it asks for; absent for the nation. · Wilayah yang peristiwanya diminta; tidak ada untuk tingkat nasional. */
  readonly regionCode?: string;
  /** How events of one key follow another. · Cara peristiwa dengan kunci yang sama saling menyusul. */
  readonly mode: "ORDERED" | "BEST_EFFORT";
}

/**
 * The event-hub stopped a subscription: its endpoint failed for five days or is gone, or who made it may no longer be told.
 *
 * Langganan dihentikan oleh event-hub: titik penerimanya gagal selama lima hari atau tidak ada lagi, atau pembuatnya tidak lagi berhak.
 */
export interface EventHubSubscriptionDisabledV1 {
  /** The subscription. · Langganan peristiwa. */
  readonly subscriptionId: `sub_${string}`;
  /** The region whose events it asks for; absent for the nation. · Wilayah yang peristiwanya diminta; tidak ada untuk tingkat nasional. */
  readonly regionCode?: string;
  /** Why. · Alasannya. */
  readonly ground: "ENDPOINT_FAILING" | "ENDPOINT_GONE" | "STANDING_ENDED";
}

/**
 * A subscription is over for good.
 *
 * Sebuah langganan berakhir untuk seterusnya.
 */
export interface EventHubSubscriptionEndedV1 {
  /** The subscription. · Langganan peristiwa. */
  readonly subscriptionId: `sub_${string}`;
  /** The region whose events it asks for; absent for the nation. · Wilayah yang peristiwanya diminta; tidak ada untuk tingkat nasional. */
  readonly regionCode?: string;
}

/**
 * Sent to one endpoint alone, when its office tries it out. Nothing happened.
 *
 * Dikirim hanya kepada satu titik penerima saat dicoba oleh kantornya. Tidak ada yang terjadi.
 */
export interface EventHubSubscriptionTestedV1 {
  /** The subscription. · Langganan peristiwa. */
  readonly subscriptionId: `sub_${string}`;
  /** The region whose events it asks for; absent for the nation. · Wilayah yang peristiwanya diminta; tidak ada untuk tingkat nasional. */
  readonly regionCode?: string;
}

/**
 * An endpoint agreed to be sent events; from now on it is.
 *
 * Titik penerima menyetujui pengiriman peristiwa; sejak saat itu peristiwa dikirimkan.
 */
export interface EventHubSubscriptionVerifiedV1 {
  /** The subscription. · Langganan peristiwa. */
  readonly subscriptionId: `sub_${string}`;
  /** The region whose events it asks for; absent for the nation. · Wilayah yang peristiwanya diminta; tidak ada untuk tingkat nasional. */
  readonly regionCode?: string;
  /** Most deliveries a minute, where it asks for that. · Jumlah pengiriman terbanyak per menit, bila diminta. */
  readonly perMinute?: number;
}

/**
 * An activity of a work programme took place.
 *
 * Suatu kegiatan dalam program kerja telah terlaksana.
 */
export interface OrganizationsActivityRealisedV1 {
  /** The organization whose work it is. · Organisasi pelaksana. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The programme of one year (program kerja). · Program kerja satu tahun. */
  readonly workProgrammeId: `wpg_${string}`;
  /** The activity. · Kegiatan. */
  readonly activityId: `act_${string}`;
  /** What it is. · Jenisnya. */
  readonly kind: "UKS" | "UEP" | "TRAINING" | "SPORT_ARTS" | "RELIGIOUS" | "ENVIRONMENT" | "ADVOCACY" | "DISASTER";
  /** Pillar of social welfare that it serves (UU 11/2009). · Pilar kesejahteraan sosial yang dilayani (UU 11/2009). */
  readonly pillar: "REHABILITATION" | "SECURITY" | "EMPOWERMENT" | "PROTECTION";
  /** Day on which it took place. · Tanggal pelaksanaan. */
  readonly realisedOn: string;
}

/**
 * What an organization was to receive was put off to another fiscal year.
 *
 * Bantuan yang dialokasikan bagi suatu organisasi ditunda ke tahun anggaran lain.
 */
export interface OrganizationsAllocationDeferredV1 {
  /** The assistance programme. · Program bantuan. */
  readonly programmeId: `apg_${string}`;
  /** What was put aside for one organization. · Alokasi bagi satu organisasi. */
  readonly allocationId: `alc_${string}`;
  /** The organization that receives. · Organisasi penerima. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** What is handed over. · Jenis barang yang diserahkan. */
  readonly itemKind: "LAPTOP" | "PRINTER" | "FURNITURE" | "SPORTS_EQUIPMENT" | "ARTS_EQUIPMENT" | "PRODUCTION_TOOLS" | "VEHICLE" | "OTHER";
  /** How many pieces. · Jumlah barang. */
  readonly quantity: number;
  /** The fiscal year it is now planned for. · Tahun anggaran yang kini direncanakan. */
  readonly plannedFiscalYear: number;
  /** Day of the decision. · Tanggal keputusan. */
  readonly deferredOn: string;
}

/**
 * An appointment ended: what it allowed is refused from this moment on.
 *
 * Suatu penugasan berakhir: kewenangannya ditolak sejak saat itu.
 */
export interface OrganizationsAppointmentEndedV1 {
  /** The appointment. · Penugasan. */
  readonly appointmentId: `apt_${string}`;
  /** When it ended. · Waktu berakhirnya. */
  readonly endedAt: string;
}

/**
 * Somebody may act in a role, for a region, an office or an organization, from a moment on.
 *
 * Seseorang ditugaskan dalam suatu peran, untuk suatu wilayah, dinas, atau organisasi, terhitung sejak waktu tertentu.
 */
export interface OrganizationsAppointmentMadeV1 {
  /** The appointment. · Penugasan. */
  readonly appointmentId: `apt_${string}`;
  /** SHA-256 of the subject of the person’s tokens, in hexadecimal. · SHA-256 dari subjek token orang yang bersangkutan, dalam heksadesimal. */
  readonly account: string;
  /** The role that may be claimed. · Peran yang boleh digunakan. */
  readonly role: "PUBLIC" | "KT_MEMBER" | "KT_OFFICER" | "PSKS_WORKER" | "SOCIAL_WORKER" | "PUSKESOS_OPERATOR" | "SLRT_OPERATOR" | "VILLAGE_HEAD" | "DISTRICT_HEAD" | "DISTRICT_SOCIAL_SECTION" | "DINSOS_REGENCY_STAFF" | "DINSOS_REGENCY_HEAD" | "DINSOS_PROVINCE_STAFF" | "DINSOS_PROVINCE_HEAD" | "KEMENSOS_STAFF" | "TRAINER" | "JUROR" | "PARTNER_COMPANY" | "DATA_PROTECTION_OFFICER" | "AUDITOR" | "SYSTEM_SUBSCRIBER";
  /** Whether it holds for the whole nation. · Apakah berlaku untuk seluruh Indonesia. */
  readonly nationwide: boolean;
  /** The region range it holds for; absent for none. · Lingkup wilayah berlakunya; tidak diisi bila tidak ada. */
  readonly regionCode?: string;
  /** The organization acted for. · Organisasi yang diwakili. */
  readonly organizationId?: `org_${string}`;
  /** The office acted for. · Instansi yang diwakili. */
  readonly officeId?: `ofc_${string}`;
  /** From this moment on. · Berlaku sejak waktu ini. */
  readonly validFrom: string;
  /** Until this moment; absent while no end is set. · Berlaku sampai waktu ini; tidak diisi selama akhirnya belum ditentukan. */
  readonly validTo?: string;
}

/**
 * A piece that was handed over is in another condition than before.
 *
 * Kondisi suatu barang bantuan berubah dari sebelumnya.
 */
export interface OrganizationsAssetConditionReportedV1 {
  /** The organization that receives. · Organisasi penerima. */
  readonly organizationId: `org_${string}`;
  /** The piece. · Barang. */
  readonly assetId: `ast_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** What is handed over. · Jenis barang yang diserahkan. */
  readonly itemKind: "LAPTOP" | "PRINTER" | "FURNITURE" | "SPORTS_EQUIPMENT" | "ARTS_EQUIPMENT" | "PRODUCTION_TOOLS" | "VEHICLE" | "OTHER";
  /** Its condition from that day on. · Kondisinya sejak tanggal tersebut. */
  readonly condition: "IN_USE" | "DAMAGED" | "LOST" | "RETURNED" | "WRITTEN_OFF";
  /** The day from which it is so. · Tanggal mulai kondisi tersebut. */
  readonly since: string;
}

/**
 * An organization received what was put aside for it, under minutes of handover.
 *
 * Suatu organisasi menerima bantuan yang dialokasikan baginya, dengan berita acara serah terima.
 */
export interface OrganizationsAssetHandedOverV1 {
  /** The organization that receives. · Organisasi penerima. */
  readonly organizationId: `org_${string}`;
  /** The handover. · Serah terima. */
  readonly handoverId: `hnd_${string}`;
  /** What was put aside for the organization. · Alokasi bagi organisasi tersebut. */
  readonly allocationId: `alc_${string}`;
  /** The assistance programme. · Program bantuan. */
  readonly programmeId: `apg_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the organization. · Tingkat organisasi. */
  readonly recipientLevel: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** What is handed over. · Jenis barang yang diserahkan. */
  readonly itemKind: "LAPTOP" | "PRINTER" | "FURNITURE" | "SPORTS_EQUIPMENT" | "ARTS_EQUIPMENT" | "PRODUCTION_TOOLS" | "VEHICLE" | "OTHER";
  /** How many pieces. · Jumlah barang. */
  readonly quantity: number;
  /** Fiscal year of the programme (tahun anggaran). · Tahun anggaran program. */
  readonly fiscalYear: number;
  /** Day of the handover. · Tanggal serah terima. */
  readonly handedOverOn: string;
  /** The training during which it was handed over. · Bimbingan teknis tempat penyerahan dilakukan. */
  readonly trainingEventId?: `trn_${string}`;
}

/**
 * An office opened a programme of assistance to organizations.
 *
 * Suatu instansi membuka program bantuan bagi organisasi.
 */
export interface OrganizationsAssistanceProgrammeOpenedV1 {
  /** The assistance programme. · Program bantuan. */
  readonly programmeId: `apg_${string}`;
  /** The office that gives. · Instansi pemberi. */
  readonly officeId: `ofc_${string}`;
  /** The region whose organizations it is meant for. · Wilayah organisasi sasaran. */
  readonly regionCode: string;
  /** The level of the organizations it is meant for. · Tingkat organisasi sasaran. */
  readonly targetLevel: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** What is handed over. · Jenis barang yang diserahkan. */
  readonly itemKind: "LAPTOP" | "PRINTER" | "FURNITURE" | "SPORTS_EQUIPMENT" | "ARTS_EQUIPMENT" | "PRODUCTION_TOOLS" | "VEHICLE" | "OTHER";
  /** Fiscal year of the programme (tahun anggaran). · Tahun anggaran program. */
  readonly fiscalYear: number;
}

/**
 * Entries of the audit were sealed; who keeps these events can tell later whether the audit was altered.
 *
 * Sejumlah catatan jejak audit disegel; siapa pun yang menyimpan peristiwa ini dapat mengetahui kelak apakah jejak audit diubah.
 */
export interface OrganizationsAuditSealedV1 {
  /** The service whose chain it is. · Layanan pemilik rantai segel. */
  readonly chain: "organizations" | "welfare-cases" | "training" | "awards";
  /** Raised when the service was restored from a backup. · Dinaikkan setiap kali layanan dipulihkan dari cadangan. */
  readonly epoch: number;
  /** 1, 2, 3 and so on, without a gap. · 1, 2, 3, dan seterusnya tanpa terputus. */
  readonly number: number;
  /** Place of the first entry in the chain. · Urutan catatan pertama dalam rantai. */
  readonly firstSeq: number;
  /** Place of the last entry in the chain. · Urutan catatan terakhir dalam rantai. */
  readonly lastSeq: number;
  /** How many entries are under the seal. · Jumlah catatan yang tercakup oleh segel. */
  readonly entries: number;
  /** SHA-256 over the root before and the Merkle root of the entries, in hexadecimal. · SHA-256 atas akar sebelumnya dan akar Merkle catatan, dalam heksadesimal. */
  readonly root: string;
  /** The root of the seal before; 64 zeros for the first. · Akar segel sebelumnya; 64 angka nol untuk segel pertama. */
  readonly previousRoot: string;
  /** When it was sealed. · Waktu penyegelan. */
  readonly sealedAt: string;
  /** Ed25519 over the statement, base64. · Tanda tangan Ed25519 atas pernyataan segel, base64. */
  readonly signature: string;
  /** The key that signed. · Kunci penanda tangan. */
  readonly keyId: string;
}

/**
 * A decree put a board into office for its term.
 *
 * Pengurus dikukuhkan dengan surat keputusan untuk satu masa bakti.
 */
export interface OrganizationsBoardConfirmedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the board. · Tingkat kepengurusan. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** Day of the decree (Surat Keputusan). · Tanggal Surat Keputusan. */
  readonly decreeIssuedOn: string;
  /** First day in office. · Hari pertama menjabat. */
  readonly termStart: string;
  /** The day on which it is no longer in office. · Tanggal kepengurusan tidak lagi menjabat. */
  readonly termEnd: string;
}

/**
 * A forum of the organization elected a board; it is not in office yet.
 *
 * Forum organisasi memilih pengurus; pengurus itu belum menjabat.
 */
export interface OrganizationsBoardElectedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the board. · Tingkat kepengurusan. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** Day of the forum. · Tanggal forum. */
  readonly electedOn: string;
}

/**
 * The term of a board ended.
 *
 * Masa bakti pengurus berakhir.
 */
export interface OrganizationsBoardExpiredV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the board. · Tingkat kepengurusan. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** First day without the board. · Hari pertama tanpa kepengurusan tersebut. */
  readonly expiredOn: string;
}

/**
 * The term of a board ends within so many days.
 *
 * Masa bakti pengurus berakhir dalam jumlah hari yang disebutkan.
 */
export interface OrganizationsBoardExpiringV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the board. · Tingkat kepengurusan. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** The day on which it is no longer in office. · Tanggal kepengurusan tidak lagi menjabat. */
  readonly termEnd: string;
  /** 90 or 30. · 90 atau 30. */
  readonly withinDays: number;
}

/**
 * The next higher board ratified it; it still needs its decree.
 *
 * Pengurus satu tingkat di atasnya mengesahkan pengurus terpilih; surat keputusan belum terbit.
 */
export interface OrganizationsBoardRatifiedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the board. · Tingkat kepengurusan. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** Day of the ratification. · Tanggal pengesahan. */
  readonly ratifiedOn: string;
}

/**
 * A board was taken out of office before the end of its term.
 *
 * Pengurus diberhentikan sebelum masa baktinya berakhir.
 */
export interface OrganizationsBoardRevokedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The level of the board. · Tingkat kepengurusan. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** First day without the board. · Hari pertama tanpa kepengurusan tersebut. */
  readonly revokedOn: string;
}

/**
 * The office of social affairs of a regency determined the class of a Karang Taruna.
 *
 * Dinas Sosial Kabupaten/Kota menetapkan klasifikasi suatu Karang Taruna.
 */
export interface OrganizationsClassificationDeterminedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The classification. · Klasifikasi. */
  readonly classificationId: `cls_${string}`;
  /** The year it holds for. · Tahun berlakunya. */
  readonly year: number;
  /** Class of a Karang Taruna (Permensos 25/2019, article 23). · Klasifikasi Karang Taruna (Permensos 25/2019, Pasal 23). */
  readonly class: "TUMBUH" | "BERKEMBANG" | "MAJU" | "PERCONTOHAN";
  /** Class of a Karang Taruna (Permensos 25/2019, article 23). · Klasifikasi Karang Taruna (Permensos 25/2019, Pasal 23). */
  readonly previousClass?: "TUMBUH" | "BERKEMBANG" | "MAJU" | "PERCONTOHAN";
}

/**
 * A Karang Taruna objected to the class that was determined for it.
 *
 * Suatu Karang Taruna mengajukan keberatan atas klasifikasi yang ditetapkan baginya.
 */
export interface OrganizationsClassificationObjectedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The classification. · Klasifikasi. */
  readonly classificationId: `cls_${string}`;
  /** The year it holds for. · Tahun berlakunya. */
  readonly year: number;
}

/**
 * A Karang Taruna was assessed; its class is not determined yet.
 *
 * Suatu Karang Taruna telah dinilai; klasifikasinya belum ditetapkan.
 */
export interface OrganizationsClassificationScoredV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The classification. · Klasifikasi. */
  readonly classificationId: `cls_${string}`;
  /** The year it holds for. · Tahun berlakunya. */
  readonly year: number;
}

/**
 * Who is affected was counted from the access log.
 *
 * Orang yang terdampak telah dihitung dari catatan akses.
 */
export interface OrganizationsDataIncidentAssessedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
  /** Persons affected. · Jumlah orang yang terdampak. */
  readonly affected: number;
}

/**
 * Persons and authority were told in writing.
 *
 * Subjek data dan lembaga yang berwenang telah diberi tahu secara tertulis.
 */
export interface OrganizationsDataIncidentNotifiedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * Persons and authority were not told within three days and nights.
 *
 * Subjek data dan lembaga yang berwenang tidak diberi tahu dalam tiga kali dua puluh empat jam.
 */
export interface OrganizationsDataIncidentOverdueV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * The protection of personal data failed, or may have.
 *
 * Terjadi, atau diduga terjadi, kegagalan pelindungan data pribadi.
 */
export interface OrganizationsDataIncidentReportedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * The person behind an officer was erased (UU 27/2022, articles 43 and 44).
 *
 * Data pribadi seorang pengurus dihapus (UU 27/2022, Pasal 43 dan 44).
 */
export interface OrganizationsOfficerErasedV1 {
  /** The officer, of whom only this id is left. · Pengurus; hanya pengenal ini yang tersisa. */
  readonly officerId: `ofr_${string}`;
}

/**
 * Somebody sits on a board in office.
 *
 * Seseorang menduduki jabatan dalam kepengurusan yang sedang menjabat.
 */
export interface OrganizationsOfficerSeatedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The seat. · Jabatan dalam kepengurusan. */
  readonly seatId: `sea_${string}`;
  /** The officer, opaque here. · Pengurus, hanya berupa pengenal. */
  readonly officerId: `ofr_${string}`;
  /** The position on the board. · Kedudukan dalam kepengurusan. */
  readonly position: "CHAIR" | "VICE_CHAIR" | "SECRETARY" | "VICE_SECRETARY" | "TREASURER" | "VICE_TREASURER" | "SECTION_HEAD" | "SECTION_MEMBER" | "ADVISOR";
  /** First day in the seat. · Hari pertama memegang jabatan. */
  readonly from: string;
  /** The day on which the seat is no longer held; absent while open. · Tanggal jabatan tidak lagi dipegang; tidak diisi selama belum ditentukan. */
  readonly to?: string;
}

/**
 * Somebody no longer sits on a board.
 *
 * Seseorang tidak lagi duduk dalam kepengurusan.
 */
export interface OrganizationsOfficerUnseatedV1 {
  /** The organization whose board it is. · Organisasi yang dipimpin pengurus tersebut. */
  readonly organizationId: `org_${string}`;
  /** The board: one term of office (masa bakti). · Kepengurusan untuk satu masa bakti. */
  readonly boardId: `brd_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The seat. · Jabatan dalam kepengurusan. */
  readonly seatId: `sea_${string}`;
  /** The officer, opaque here. · Pengurus, hanya berupa pengenal. */
  readonly officerId: `ofr_${string}`;
  /** First day without the seat. · Hari pertama tanpa jabatan tersebut. */
  readonly to: string;
}

/**
 * An organization held an event, such as a working conference (Rakerda).
 *
 * Suatu organisasi menyelenggarakan acara, misalnya rapat kerja daerah (Rakerda).
 */
export interface OrganizationsOrganizationEventHeldV1 {
  /** The organization whose work it is. · Organisasi pelaksana. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The event. · Acara. */
  readonly organizationEventId: `oev_${string}`;
  /** What it was. · Jenis acaranya. */
  readonly kind: "RAPAT_KERJA" | "RAKERDA" | "TEMU_KARYA" | "BULAN_BHAKTI";
  /** Its first day. · Hari pertama acara. */
  readonly startsOn: string;
  /** Its last day. · Hari terakhir acara. */
  readonly endsOn: string;
}

/**
 * An organization shows no activity; it stays registered but is not given new work.
 *
 * Suatu organisasi tidak menunjukkan kegiatan; tetap terdaftar, tetapi tidak diberi tugas baru.
 */
export interface OrganizationsOrganizationBecameDormantV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
}

/**
 * An organization ended; it never becomes active again.
 *
 * Suatu organisasi bubar; tidak akan aktif kembali.
 */
export interface OrganizationsOrganizationDissolvedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
}

/**
 * A dormant organization works again.
 *
 * Organisasi yang tidak aktif bekerja kembali.
 */
export interface OrganizationsOrganizationReactivatedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
}

/**
 * An organization was verified and entered the register; it may act from now on.
 *
 * Suatu organisasi telah diverifikasi dan masuk register; sejak saat itu organisasi dapat bertindak.
 */
export interface OrganizationsOrganizationRegisteredV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
  /** Which of the 12 kinds of welfare resources (PSKS) it is. · Salah satu dari 12 jenis Potensi dan Sumber Kesejahteraan Sosial (PSKS). */
  readonly kind: "PEKSOS_PROFESIONAL" | "PSM" | "TAGANA" | "LKS" | "KARANG_TARUNA" | "LK3" | "KELUARGA_PIONER" | "WKSBM" | "WPKS" | "PENYULUH_SOSIAL" | "TKSK" | "DUNIA_USAHA";
  /** The level it works at; its board is of this level. · Tingkat kerjanya; kepengurusannya setingkat. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
}

/**
 * The suspension of an organization was lifted.
 *
 * Pembekuan suatu organisasi dicabut.
 */
export interface OrganizationsOrganizationReinstatedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
}

/**
 * A registration was refused for good.
 *
 * Permohonan pendaftaran ditolak secara final.
 */
export interface OrganizationsOrganizationRejectedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
  /** Why it was refused. · Alasan penolakan. */
  readonly ground: "INCOMPLETE" | "NO_WELFARE_WORK" | "AGAINST_CONSTITUTION" | "DUPLICATE";
}

/**
 * A registration was sent back to its applicant for completion.
 *
 * Permohonan pendaftaran dikembalikan kepada pemohon untuk dilengkapi.
 */
export interface OrganizationsOrganizationReturnedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
}

/**
 * The state of an organization after the event whose sequence and epoch it carries; a record without data means that it is not in the register.
 *
 * Keadaan organisasi setelah peristiwa dengan nomor urut dan epoch yang dibawanya; catatan tanpa data berarti organisasi tidak ada dalam register.
 */
export interface OrganizationsOrganizationSnapshottedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
  /** Which of the 12 kinds of welfare resources (PSKS) it is. · Salah satu dari 12 jenis Potensi dan Sumber Kesejahteraan Sosial (PSKS). */
  readonly kind: "PEKSOS_PROFESIONAL" | "PSM" | "TAGANA" | "LKS" | "KARANG_TARUNA" | "LK3" | "KELUARGA_PIONER" | "WKSBM" | "WPKS" | "PENYULUH_SOSIAL" | "TKSK" | "DUNIA_USAHA";
  /** The level it works at; its board is of this level. · Tingkat kerjanya; kepengurusannya setingkat. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
  /** Where it stands in the register. · Statusnya dalam register. */
  readonly status: "SUBMITTED" | "RETURNED" | "ACTIVE" | "DORMANT" | "SUSPENDED" | "DISSOLVED";
}

/**
 * A registration was put before the office of social affairs of its regency.
 *
 * Permohonan pendaftaran organisasi diajukan kepada Dinas Sosial Kabupaten/Kota.
 */
export interface OrganizationsOrganizationSubmittedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
  /** Which of the 12 kinds of welfare resources (PSKS) it is. · Salah satu dari 12 jenis Potensi dan Sumber Kesejahteraan Sosial (PSKS). */
  readonly kind: "PEKSOS_PROFESIONAL" | "PSM" | "TAGANA" | "LKS" | "KARANG_TARUNA" | "LK3" | "KELUARGA_PIONER" | "WKSBM" | "WPKS" | "PENYULUH_SOSIAL" | "TKSK" | "DUNIA_USAHA";
  /** The level it works at; its board is of this level. · Tingkat kerjanya; kepengurusannya setingkat. */
  readonly level: "NATION" | "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";
}

/**
 * An organization was taken out of service by decree; it must not be given new work.
 *
 * Suatu organisasi dibekukan dengan surat keputusan; tidak boleh diberi tugas baru.
 */
export interface OrganizationsOrganizationSuspendedV1 {
  /** The organization. · Organisasi. */
  readonly organizationId: `org_${string}`;
  /** The region where it is seated. · Wilayah kedudukannya. */
  readonly regionCode: string;
}

/**
 * A partnership ended before its term.
 *
 * Suatu kemitraan berakhir sebelum jangka waktunya.
 */
export interface OrganizationsPartnershipEndedV1 {
  /** The partnership. · Kemitraan. */
  readonly partnershipId: `prt_${string}`;
  /** The region where it works. · Wilayah pelaksanaannya. */
  readonly regionCode: string;
  /** What kind of partnership it is. · Jenis kemitraan. */
  readonly kind: "CSR_TJSL" | "DANA_DESA" | "HIBAH" | "MOU" | "GOVERNMENT_PROGRAMME";
  /** The organization that is a party, if one is. · Organisasi yang menjadi pihak, bila ada. */
  readonly organizationId?: `org_${string}`;
  /** Why. · Alasannya. */
  readonly ground: "BY_AGREEMENT" | "BREACH" | "PARTY_DISSOLVED" | "FUNDS_WITHDRAWN";
  /** First day without it. · Hari pertama setelah berakhir. */
  readonly endedOn: string;
}

/**
 * The parties signed a partnership. When its term ends is said here; only an earlier end is said again.
 *
 * Para pihak menandatangani kemitraan. Akhir jangka waktunya disebutkan di sini; hanya pengakhiran lebih awal yang disampaikan lagi.
 */
export interface OrganizationsPartnershipSignedV1 {
  /** The partnership. · Kemitraan. */
  readonly partnershipId: `prt_${string}`;
  /** The region where it works. · Wilayah pelaksanaannya. */
  readonly regionCode: string;
  /** What kind of partnership it is. · Jenis kemitraan. */
  readonly kind: "CSR_TJSL" | "DANA_DESA" | "HIBAH" | "MOU" | "GOVERNMENT_PROGRAMME";
  /** The organization that is a party, if one is. · Organisasi yang menjadi pihak, bila ada. */
  readonly organizationId?: `org_${string}`;
  /** Who owns the company, if one is a party. · Kepemilikan perusahaan, bila perusahaan menjadi pihak. */
  readonly companyKind?: "BUMN" | "BUMD" | "PRIVATE";
  /** Day of the signature. · Tanggal penandatanganan. */
  readonly signedOn: string;
  /** First day of the term. · Hari pertama jangka waktu. */
  readonly startsOn: string;
  /** The day on which it no longer holds. · Tanggal kemitraan tidak lagi berlaku. */
  readonly endsOn: string;
}

/**
 * What a person asked for was done.
 *
 * Permohonan seorang subjek data telah dipenuhi.
 */
export interface OrganizationsPrivacyRequestFulfilledV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * A person was not answered within three days and nights.
 *
 * Permohonan seorang subjek data tidak dijawab dalam tiga kali dua puluh empat jam.
 */
export interface OrganizationsPrivacyRequestOverdueV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * A person asked for a right over their data. Names neither person nor record.
 *
 * Seseorang mengajukan permohonan atas haknya sebagai subjek data. Tidak menyebut orang maupun catatannya.
 */
export interface OrganizationsPrivacyRequestReceivedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * What a person asked for was refused on a ground that the law knows.
 *
 * Permohonan seorang subjek data ditolak dengan alasan yang dikenal undang-undang.
 */
export interface OrganizationsPrivacyRequestRefusedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
  /** The ground (UU 27/2022, articles 15 and 33). · Alasan (UU 27/2022, Pasal 15 dan 33). */
  readonly ground: "DEFENCE_AND_SECURITY" | "LAW_ENFORCEMENT" | "STATE_ADMINISTRATION" | "FINANCIAL_SUPERVISION" | "STATISTICS_AND_RESEARCH" | "ENDANGERS_SOMEBODY" | "DISCLOSES_ANOTHER_PERSON" | "IDENTITY_NOT_PROVEN" | "OPEN_CASE" | "RETENTION_RUNNING";
}

/**
 * A venture of an organization works, or works again.
 *
 * Suatu usaha milik organisasi mulai berjalan, atau berjalan kembali.
 */
export interface OrganizationsVentureActivatedV1 {
  /** The organization that runs or accompanies it. · Organisasi pengelola atau pendamping. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The venture. · Usaha. */
  readonly ventureId: `vnt_${string}`;
  /** What it is. · Jenisnya. */
  readonly kind: "UEP_KT" | "KUBE";
  /** What it works in. · Bidang usaha. */
  readonly sector: "AGRICULTURE" | "FOOD" | "CRAFT" | "TRADE" | "SERVICES" | "TOURISM" | "OTHER";
}

/**
 * A venture of an organization ended.
 *
 * Suatu usaha milik organisasi berakhir.
 */
export interface OrganizationsVentureClosedV1 {
  /** The organization that runs or accompanies it. · Organisasi pengelola atau pendamping. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The venture. · Usaha. */
  readonly ventureId: `vnt_${string}`;
  /** What it is. · Jenisnya. */
  readonly kind: "UEP_KT" | "KUBE";
  /** What it works in. · Bidang usaha. */
  readonly sector: "AGRICULTURE" | "FOOD" | "CRAFT" | "TRADE" | "SERVICES" | "TOURISM" | "OTHER";
}

/**
 * A venture told what it made in a month; the sums stay in the register.
 *
 * Suatu usaha melaporkan hasilnya untuk satu bulan; nilai rupiahnya hanya ada dalam register.
 */
export interface OrganizationsVentureReportedV1 {
  /** The organization that runs or accompanies it. · Organisasi pengelola atau pendamping. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The venture. · Usaha. */
  readonly ventureId: `vnt_${string}`;
  /** What it is. · Jenisnya. */
  readonly kind: "UEP_KT" | "KUBE";
  /** What it works in. · Bidang usaha. */
  readonly sector: "AGRICULTURE" | "FOOD" | "CRAFT" | "TRADE" | "SERVICES" | "TOURISM" | "OTHER";
  /** First day of the month. · Hari pertama bulan yang dilaporkan. */
  readonly month: string;
  /** How many worked in it. · Jumlah tenaga kerja. */
  readonly workers: number;
}

/**
 * A village granted village funds (Dana Desa) of a fiscal year to an organization.
 *
 * Suatu desa mengalokasikan Dana Desa suatu tahun anggaran kepada organisasi.
 */
export interface OrganizationsVillageFundAllocatedV1 {
  /** The partnership. · Kemitraan. */
  readonly partnershipId: `prt_${string}`;
  /** The region where it works. · Wilayah pelaksanaannya. */
  readonly regionCode: string;
  /** What kind of partnership it is. · Jenis kemitraan. */
  readonly kind: "CSR_TJSL" | "DANA_DESA" | "HIBAH" | "MOU" | "GOVERNMENT_PROGRAMME";
  /** The organization that is a party, if one is. · Organisasi yang menjadi pihak, bila ada. */
  readonly organizationId?: `org_${string}`;
  /** Fiscal year (tahun anggaran). · Tahun anggaran. */
  readonly fiscalYear: number;
  /** Whole rupiah. · Rupiah tanpa desimal. */
  readonly amount: string;
  /** Day of the village regulation or signature. · Tanggal peraturan desa atau penandatanganan. */
  readonly grantedOn: string;
}

/**
 * A forum of the organization adopted its work programme of a year.
 *
 * Forum organisasi menetapkan program kerja untuk satu tahun.
 */
export interface OrganizationsWorkProgrammeAdoptedV1 {
  /** The organization whose work it is. · Organisasi pelaksana. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The programme of one year (program kerja). · Program kerja satu tahun. */
  readonly workProgrammeId: `wpg_${string}`;
  /** The year of the programme. · Tahun program. */
  readonly year: number;
  /** At which meeting. · Forum penetapannya. */
  readonly forum: "RAPAT_KERJA" | "RAKERDA" | "MUSYAWARAH";
  /** Day of the meeting. · Tanggal rapat. */
  readonly adoptedOn: string;
  /** How many activities it holds. · Jumlah kegiatan di dalamnya. */
  readonly activities: number;
}

/**
 * The office of social affairs evaluated the work programme of a year.
 *
 * Dinas Sosial mengevaluasi program kerja suatu tahun.
 */
export interface OrganizationsWorkProgrammeEvaluatedV1 {
  /** The organization whose work it is. · Organisasi pelaksana. */
  readonly organizationId: `org_${string}`;
  /** The region where the organization is seated. · Wilayah kedudukan organisasi. */
  readonly regionCode: string;
  /** The programme of one year (program kerja). · Program kerja satu tahun. */
  readonly workProgrammeId: `wpg_${string}`;
  /** The year of the programme. · Tahun program. */
  readonly year: number;
  /** What the office concluded. · Kesimpulan dinas. */
  readonly outcome: "EFFECTIVE" | "PARTLY_EFFECTIVE" | "NOT_EFFECTIVE";
  /** How many of its activities took place. · Jumlah kegiatan yang terlaksana. */
  readonly realised: number;
  /** How many of them are to be kept. · Jumlah kegiatan yang akan dilanjutkan. */
  readonly sustained: number;
}

/**
 * Entries of the audit were sealed; who keeps these events can tell later whether the audit was altered.
 *
 * Sejumlah catatan jejak audit disegel; siapa pun yang menyimpan peristiwa ini dapat mengetahui kelak apakah jejak audit diubah.
 */
export interface TrainingAuditSealedV1 {
  /** The service whose chain it is. · Layanan pemilik rantai segel. */
  readonly chain: "organizations" | "welfare-cases" | "training" | "awards";
  /** Raised when the service was restored from a backup. · Dinaikkan setiap kali layanan dipulihkan dari cadangan. */
  readonly epoch: number;
  /** 1, 2, 3 and so on, without a gap. · 1, 2, 3, dan seterusnya tanpa terputus. */
  readonly number: number;
  /** Place of the first entry in the chain. · Urutan catatan pertama dalam rantai. */
  readonly firstSeq: number;
  /** Place of the last entry in the chain. · Urutan catatan terakhir dalam rantai. */
  readonly lastSeq: number;
  /** How many entries are under the seal. · Jumlah catatan yang tercakup oleh segel. */
  readonly entries: number;
  /** SHA-256 over the root before and the Merkle root of the entries, in hexadecimal. · SHA-256 atas akar sebelumnya dan akar Merkle catatan, dalam heksadesimal. */
  readonly root: string;
  /** The root of the seal before; 64 zeros for the first. · Akar segel sebelumnya; 64 angka nol untuk segel pertama. */
  readonly previousRoot: string;
  /** When it was sealed. · Waktu penyegelan. */
  readonly sealedAt: string;
  /** Ed25519 over the statement, base64. · Tanda tangan Ed25519 atas pernyataan segel, base64. */
  readonly signature: string;
  /** The key that signed. · Kunci penanda tangan. */
  readonly keyId: string;
}

/**
 * A participant of an organization was certified.
 *
 * Peserta dari suatu organisasi memperoleh sertifikat.
 */
export interface TrainingCertificateIssuedV1 {
  /** The certificate. · Sertifikat. */
  readonly certificateId: `crt_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant came from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** What was taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
  /** Day of issue. · Tanggal penerbitan. */
  readonly issuedOn: string;
}

/**
 * A certificate was revoked and counts no longer.
 *
 * Suatu sertifikat dicabut dan tidak berlaku lagi.
 */
export interface TrainingCertificateRevokedV1 {
  /** The certificate. · Sertifikat. */
  readonly certificateId: `crt_${string}`;
  /** The organization that the participant came from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
}

/**
 * Who is affected was counted from the access log.
 *
 * Orang yang terdampak telah dihitung dari catatan akses.
 */
export interface TrainingDataIncidentAssessedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
  /** Persons affected. · Jumlah orang yang terdampak. */
  readonly affected: number;
}

/**
 * Persons and authority were told in writing.
 *
 * Subjek data dan lembaga yang berwenang telah diberi tahu secara tertulis.
 */
export interface TrainingDataIncidentNotifiedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * Persons and authority were not told within three days and nights.
 *
 * Subjek data dan lembaga yang berwenang tidak diberi tahu dalam tiga kali dua puluh empat jam.
 */
export interface TrainingDataIncidentOverdueV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * The protection of personal data failed, or may have.
 *
 * Terjadi, atau diduga terjadi, kegagalan pelindungan data pribadi.
 */
export interface TrainingDataIncidentReportedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * The organizer accepted a delegation, whole or in part.
 *
 * Penyelenggara menerima suatu delegasi, seluruhnya atau sebagian.
 */
export interface TrainingDelegationAcceptedV1 {
  /** The delegation. · Delegasi. */
  readonly delegationId: `dlg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region of who sent it. · Wilayah pengirim. */
  readonly regionCode: string;
  /** How many it names. · Jumlah orang yang disebutkan. */
  readonly delegates: number;
  /** How many of them were accepted. · Jumlah orang yang diterima. */
  readonly accepted: number;
}

/**
 * The organizer accepted nobody of a delegation.
 *
 * Penyelenggara tidak menerima seorang pun dari suatu delegasi.
 */
export interface TrainingDelegationRejectedV1 {
  /** The delegation. · Delegasi. */
  readonly delegationId: `dlg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region of who sent it. · Wilayah pengirim. */
  readonly regionCode: string;
}

/**
 * An office, a village head or a board sent people to a training event by letter.
 *
 * Dinas, kepala desa/lurah, atau pengurus mengirim delegasi ke bimbingan teknis dengan surat.
 */
export interface TrainingDelegationSubmittedV1 {
  /** The delegation. · Delegasi. */
  readonly delegationId: `dlg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region of who sent it. · Wilayah pengirim. */
  readonly regionCode: string;
  /** How many it names. · Jumlah orang yang disebutkan. */
  readonly delegates: number;
}

/**
 * Who sent a delegation took it back before it was decided on.
 *
 * Pengirim menarik delegasinya sebelum diputuskan.
 */
export interface TrainingDelegationWithdrawnV1 {
  /** The delegation. · Delegasi. */
  readonly delegationId: `dlg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region of who sent it. · Wilayah pengirim. */
  readonly regionCode: string;
}

/**
 * A participant of an organization was given a seat.
 *
 * Peserta dari suatu organisasi memperoleh tempat.
 */
export interface TrainingParticipantApprovedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * The attendance of a participant was confirmed.
 *
 * Kehadiran seorang peserta dikonfirmasi.
 */
export interface TrainingParticipantAttendedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * A participant of an organization completed a training.
 *
 * Peserta dari suatu organisasi menyelesaikan bimbingan teknis.
 */
export interface TrainingParticipantCompletedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
  /** Last day of the training event. · Hari terakhir bimbingan teknis. */
  readonly completedOn: string;
}

/**
 * The person behind a registration was erased (UU 27/2022, articles 43 and 44).
 *
 * Data pribadi di balik suatu pendaftaran dihapus (UU 27/2022, Pasal 43 dan 44).
 */
export interface TrainingParticipantErasedV1 {
  /** The registration, of whose person nothing is left. · Pendaftaran; data pribadinya tidak ada lagi. */
  readonly registrationId: `reg_${string}`;
}

/**
 * A registration ended because its wait was in vain, an offer ran out or the event was cancelled.
 *
 * Suatu pendaftaran gugur karena daftar tunggu berakhir, masa penawaran lewat, atau acara dibatalkan.
 */
export interface TrainingParticipantLapsedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * A participant had a seat and did not attend.
 *
 * Seorang peserta memperoleh tempat, tetapi tidak hadir.
 */
export interface TrainingParticipantMissedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * A participant attended and did not reach what completing the training takes.
 *
 * Seorang peserta hadir, tetapi tidak memenuhi syarat kelulusan.
 */
export interface TrainingParticipantNotCompletedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * A participant on the waiting list was offered a seat, until a moment.
 *
 * Peserta dalam daftar tunggu ditawari tempat, sampai batas waktu tertentu.
 */
export interface TrainingParticipantOfferedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
  /** After this moment the seat goes to the next. · Setelah waktu ini tempat beralih kepada urutan berikutnya. */
  readonly answerBy: string;
}

/**
 * A participant accepted the seat that was offered and no longer waits.
 *
 * Peserta menerima tempat yang ditawarkan dan tidak lagi menunggu.
 */
export interface TrainingParticipantPromotedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * The organizer did not take somebody whom a delegation named.
 *
 * Penyelenggara tidak menerima seseorang yang didelegasikan.
 */
export interface TrainingParticipantRejectedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * The seat of a participant passed to another one whom the sender named.
 *
 * Tempat seorang peserta beralih kepada orang lain yang disebutkan pengirimnya.
 */
export interface TrainingParticipantReplacedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
  /** The registration of who comes instead. · Pendaftaran penggantinya. */
  readonly replacementId: `reg_${string}`;
}

/**
 * A participant of an organization was put on the waiting list.
 *
 * Peserta dari suatu organisasi masuk daftar tunggu.
 */
export interface TrainingParticipantWaitlistedV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
  /** Order of arrival at the training event. · Urutan pendaftaran pada bimbingan teknis. */
  readonly position: number;
}

/**
 * A registration was taken back, or the seat that was offered declined.
 *
 * Suatu pendaftaran ditarik kembali, atau tempat yang ditawarkan tidak diambil.
 */
export interface TrainingParticipantWithdrawnV1 {
  /** The registration. · Pendaftaran. */
  readonly registrationId: `reg_${string}`;
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The organization that the participant comes from. · Organisasi asal peserta. */
  readonly organizationId: `org_${string}`;
  /** Where that organization is seated. · Wilayah kedudukan organisasi tersebut. */
  readonly regionCode: string;
}

/**
 * What a person asked for was done.
 *
 * Permohonan seorang subjek data telah dipenuhi.
 */
export interface TrainingPrivacyRequestFulfilledV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * A person was not answered within three days and nights.
 *
 * Permohonan seorang subjek data tidak dijawab dalam tiga kali dua puluh empat jam.
 */
export interface TrainingPrivacyRequestOverdueV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * A person asked for a right over their data. Names neither person nor record.
 *
 * Seseorang mengajukan permohonan atas haknya sebagai subjek data. Tidak menyebut orang maupun catatannya.
 */
export interface TrainingPrivacyRequestReceivedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * What a person asked for was refused on a ground that the law knows.
 *
 * Permohonan seorang subjek data ditolak dengan alasan yang dikenal undang-undang.
 */
export interface TrainingPrivacyRequestRefusedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
  /** The ground (UU 27/2022, articles 15 and 33). · Alasan (UU 27/2022, Pasal 15 dan 33). */
  readonly ground: "DEFENCE_AND_SECURITY" | "LAW_ENFORCEMENT" | "STATE_ADMINISTRATION" | "FINANCIAL_SUPERVISION" | "STATISTICS_AND_RESEARCH" | "ENDANGERS_SOMEBODY" | "DISCLOSES_ANOTHER_PERSON" | "IDENTITY_NOT_PROVEN" | "OPEN_CASE" | "RETENTION_RUNNING";
}

/**
 * A training event was announced by its organizer, or again after it was put off.
 *
 * Penyelenggara mengumumkan suatu bimbingan teknis, atau mengumumkannya lagi setelah ditunda.
 */
export interface TrainingTrainingEventAnnouncedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
  /** First day. · Hari pertama. */
  readonly startsOn: string;
  /** Last day. · Hari terakhir. */
  readonly endsOn: string;
}

/**
 * A training event was cancelled; its registrations lapse.
 *
 * Suatu bimbingan teknis dibatalkan; pendaftarannya gugur.
 */
export interface TrainingTrainingEventCancelledV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
}

/**
 * A training event ended and its attendance was settled.
 *
 * Suatu bimbingan teknis selesai dan kehadirannya telah ditetapkan.
 */
export interface TrainingTrainingEventCompletedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
}

/**
 * A training event was put off before it began; its registrations stand.
 *
 * Suatu bimbingan teknis ditunda sebelum dimulai; pendaftarannya tetap berlaku.
 */
export interface TrainingTrainingEventPostponedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
}

/**
 * Registration for a training event was closed.
 *
 * Pendaftaran bimbingan teknis ditutup.
 */
export interface TrainingTrainingEventRegistrationClosedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
}

/**
 * Registration for a training event was opened.
 *
 * Pendaftaran bimbingan teknis dibuka.
 */
export interface TrainingTrainingEventRegistrationOpenedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
  /** How many may take part. · Jumlah tempat yang tersedia. */
  readonly seats: number;
}

/**
 * The report of a training event that ended was handed in.
 *
 * Laporan bimbingan teknis yang telah selesai diserahkan.
 */
export interface TrainingTrainingEventReportedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
}

/**
 * The state of a training event after the event whose sequence and epoch it carries.
 *
 * Keadaan kegiatan pelatihan setelah peristiwa dengan nomor urut dan epoch yang dibawanya.
 */
export interface TrainingTrainingEventSnapshottedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
  /** How far it has come. · Tahap yang telah dicapai. */
  readonly status: "ANNOUNCED" | "REGISTRATION_OPEN" | "REGISTRATION_CLOSED" | "RUNNING" | "COMPLETED" | "REPORTED" | "POSTPONED" | "CANCELLED";
  /** First day. · Hari pertama. */
  readonly startsOn: string;
  /** Last day. · Hari terakhir. */
  readonly endsOn: string;
}

/**
 * A training event began.
 *
 * Suatu bimbingan teknis dimulai.
 */
export interface TrainingTrainingEventStartedV1 {
  /** The training event. · Bimbingan teknis. */
  readonly trainingEventId: `trn_${string}`;
  /** The region whose organizations are invited. · Wilayah organisasi yang diundang. */
  readonly regionCode: string;
  /** What is taught. · Materi yang diajarkan. */
  readonly topic: "NETWORKING" | "PRODUCTIVE_ECONOMY" | "ORGANISATION_MANAGEMENT" | "DIGITAL" | "VOCATIONAL" | "ENTREPRENEURSHIP" | "CASE_HANDLING" | "DISASTER" | "OTHER";
}

/**
 * Somebody looked in after the end of a case.
 *
 * Kunjungan bimbingan lanjut dilakukan setelah kasus berakhir.
 */
export interface WelfareCasesAftercareRecordedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** How the person was found. · Keadaan orang yang dikunjungi. */
  readonly finding: "BETTER" | "UNCHANGED" | "WORSE" | "NOT_FOUND";
}

/**
 * After the end of a case somebody will look in after one, three and six months.
 *
 * Setelah kasus berakhir, kunjungan bimbingan lanjut dijadwalkan pada bulan pertama, ketiga, dan keenam.
 */
export interface WelfareCasesAftercareStartedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * Entries of the audit were sealed; who keeps these events can tell later whether the audit was altered.
 *
 * Sejumlah catatan jejak audit disegel; siapa pun yang menyimpan peristiwa ini dapat mengetahui kelak apakah jejak audit diubah.
 */
export interface WelfareCasesAuditSealedV1 {
  /** The service whose chain it is. · Layanan pemilik rantai segel. */
  readonly chain: "organizations" | "welfare-cases" | "training" | "awards";
  /** Raised when the service was restored from a backup. · Dinaikkan setiap kali layanan dipulihkan dari cadangan. */
  readonly epoch: number;
  /** 1, 2, 3 and so on, without a gap. · 1, 2, 3, dan seterusnya tanpa terputus. */
  readonly number: number;
  /** Place of the first entry in the chain. · Urutan catatan pertama dalam rantai. */
  readonly firstSeq: number;
  /** Place of the last entry in the chain. · Urutan catatan terakhir dalam rantai. */
  readonly lastSeq: number;
  /** How many entries are under the seal. · Jumlah catatan yang tercakup oleh segel. */
  readonly entries: number;
  /** SHA-256 over the root before and the Merkle root of the entries, in hexadecimal. · SHA-256 atas akar sebelumnya dan akar Merkle catatan, dalam heksadesimal. */
  readonly root: string;
  /** The root of the seal before; 64 zeros for the first. · Akar segel sebelumnya; 64 angka nol untuk segel pertama. */
  readonly previousRoot: string;
  /** When it was sealed. · Waktu penyegelan. */
  readonly sealedAt: string;
  /** Ed25519 over the statement, base64. · Tanda tangan Ed25519 atas pernyataan segel, base64. */
  readonly signature: string;
  /** The key that signed. · Kunci penanda tangan. */
  readonly keyId: string;
}

/**
 * The person behind their cases was erased (UU 27/2022, articles 43 and 44).
 *
 * Data pribadi di balik kasus-kasus seseorang dihapus (UU 27/2022, Pasal 43 dan 44).
 */
export interface WelfareCasesBeneficiaryErasedV1 {
  /** The person, of whom only this id is left. · Orang yang bersangkutan; hanya pengenal ini yang tersisa. */
  readonly beneficiaryId: `ben_${string}`;
}

/**
 * The opening of a case in an emergency was not reviewed within three days.
 *
 * Pembukaan suatu kasus dalam keadaan darurat tidak ditinjau dalam tiga hari.
 */
export interface WelfareCasesBreakGlassOverdueV1 {
  /** The grant. · Akses darurat. */
  readonly grantId: `bgl_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** What kind of emergency was named. · Jenis keadaan darurat yang disebutkan. */
  readonly emergency: "THREAT_TO_LIFE" | "CHILD_IN_DANGER" | "DISASTER" | "COURT_ORDER";
}

/**
 * The opening of a case in an emergency was found justified, or not.
 *
 * Pembukaan suatu kasus dalam keadaan darurat telah ditinjau dan dinyatakan beralasan, atau tidak.
 */
export interface WelfareCasesBreakGlassReviewedV1 {
  /** The grant. · Akses darurat. */
  readonly grantId: `bgl_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** What kind of emergency was named. · Jenis keadaan darurat yang disebutkan. */
  readonly emergency: "THREAT_TO_LIFE" | "CHILD_IN_DANGER" | "DISASTER" | "COURT_ORDER";
  /** What the review found. · Hasil peninjauan. */
  readonly verdict: "JUSTIFIED" | "UNJUSTIFIED";
}

/**
 * Somebody without a right to a case opened it in an emergency (akses darurat), for an hour. It must be reviewed by the time named here.
 *
 * Seseorang tanpa hak atas suatu kasus membukanya dalam keadaan darurat (akses darurat), selama satu jam. Penggunaannya wajib ditinjau paling lambat pada waktu yang disebutkan di sini.
 */
export interface WelfareCasesBreakGlassUsedV1 {
  /** The grant. · Akses darurat. */
  readonly grantId: `bgl_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** What kind of emergency was named. · Jenis keadaan darurat yang disebutkan. */
  readonly emergency: "THREAT_TO_LIFE" | "CHILD_IN_DANGER" | "DISASTER" | "COURT_ORDER";
  /** The organization that handles the case. · Organisasi yang menangani kasus. */
  readonly ownerOrganizationId?: `org_${string}`;
  /** Until when it must be reviewed. · Batas waktu peninjauan. */
  readonly reviewBy: string;
}

/**
 * A reported case was accepted and assigned.
 *
 * Kasus yang dilaporkan diterima dan ditugaskan.
 */
export interface WelfareCasesCaseAcceptedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * The assessment of a case is complete.
 *
 * Pengungkapan dan pemahaman masalah (asesmen) suatu kasus selesai.
 */
export interface WelfareCasesCaseAssessedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * A case was closed by its supervising office.
 *
 * Suatu kasus ditutup oleh dinas pengawasnya.
 */
export interface WelfareCasesCaseClosedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** How it ended. · Hasil akhirnya. */
  readonly outcome: "RESOLVED" | "IMPROVED" | "TRANSFERRED" | "MOVED_AWAY" | "DECEASED" | "REFUSED" | "LOST_CONTACT";
}

/**
 * Somebody looked in while services are given.
 *
 * Kunjungan dilakukan selama pelayanan berlangsung.
 */
export interface WelfareCasesCaseFollowedUpV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** How the person was found. · Keadaan orang yang dikunjungi. */
  readonly finding: "BETTER" | "UNCHANGED" | "WORSE" | "NOT_FOUND";
}

/**
 * A case was put on hold until somebody looks at it again.
 *
 * Suatu kasus ditangguhkan sampai ditinjau kembali.
 */
export interface WelfareCasesCaseHeldV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** The ground, as a code. · Alasan, berupa kode. */
  readonly ground: "PERSON_AWAY" | "PERSON_ASKED" | "WAITING_FOR_PAPERS" | "WAITING_FOR_OTHERS" | "IN_INSTITUTION";
  /** When somebody looks at it again. · Tanggal peninjauan kembali. */
  readonly reviewOn: string;
}

/**
 * The assessment that follows help in an emergency was not made in time.
 *
 * Asesmen setelah pertolongan darurat tidak dilakukan tepat waktu.
 */
export interface WelfareCasesCaseOverdueV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** When it was due. · Batas waktunya. */
  readonly dueAt: string;
}

/**
 * A reported case was not taken on: out of scope, a duplicate, or unfounded.
 *
 * Kasus yang dilaporkan tidak ditangani: di luar lingkup, ganda, atau tidak berdasar.
 */
export interface WelfareCasesCaseRejectedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** The ground, as a code. · Alasan, berupa kode. */
  readonly ground: "OUT_OF_SCOPE" | "DUPLICATE" | "UNFOUNDED";
  /** The other case, when it is a duplicate. · Kasus yang lain, bila ganda. */
  readonly duplicateOf?: `case_${string}`;
}

/**
 * A closed case was taken up again by its supervising office.
 *
 * Kasus yang telah ditutup dibuka kembali oleh dinas pengawasnya.
 */
export interface WelfareCasesCaseReopenedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * A case was reported. Restricted: one case is one person.
 *
 * Suatu kasus dilaporkan. Terbatas: satu kasus adalah satu orang.
 */
export interface WelfareCasesCaseReportedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** Main category of need (PPKS). · Jenis utama Pemerlu Pelayanan Kesejahteraan Sosial (PPKS). */
  readonly category: "ANAK_BALITA_TELANTAR" | "ANAK_TELANTAR" | "ANAK_BERHADAPAN_HUKUM" | "ANAK_JALANAN" | "ANAK_DISABILITAS" | "ANAK_KORBAN_KEKERASAN" | "ANAK_PERLINDUNGAN_KHUSUS" | "LANJUT_USIA_TELANTAR" | "PENYANDANG_DISABILITAS" | "TUNA_SUSILA" | "GELANDANGAN" | "PENGEMIS" | "PEMULUNG" | "KELOMPOK_MINORITAS" | "BWBLP" | "ODHA" | "KORBAN_NAPZA" | "KORBAN_TRAFFICKING" | "KORBAN_KEKERASAN" | "PMBS" | "KORBAN_BENCANA_ALAM" | "KORBAN_BENCANA_SOSIAL" | "PRSE" | "FAKIR_MISKIN" | "KBSP" | "KAT";
}

/**
 * The data of a case may not be processed for now. Drop what you hold of it.
 *
 * Data suatu kasus untuk sementara tidak boleh diproses. Lepaskan semua yang disimpan tentangnya.
 */
export interface WelfareCasesCaseRestrictedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** The ground, as a code. · Alasan, berupa kode. */
  readonly ground: "CONSENT_WITHDRAWN" | "PERSON_OBJECTED" | "ACCURACY_DISPUTED";
}

/**
 * A case on hold goes on from where it stood.
 *
 * Kasus yang ditangguhkan dilanjutkan dari tahap terakhirnya.
 */
export interface WelfareCasesCaseResumedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * A case was sealed (kasus tertutup). Nothing more is told of it: drop what you hold. Cases sealed from their report on were never told of.
 *
 * Suatu kasus dijadikan kasus tertutup. Tidak ada lagi yang disampaikan tentangnya: lepaskan semua yang disimpan. Kasus yang tertutup sejak dilaporkan tidak pernah disampaikan.
 */
export interface WelfareCasesCaseSealedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** The ground, as a code. · Alasan, berupa kode. */
  readonly ground: "SENSITIVE_CATEGORY" | "CHILD_VICTIM" | "PERSON_AT_RISK" | "PERSON_KNOWN_LOCALLY" | "COURT_ORDER";
}

/**
 * A sealed case was opened again. What is told of it from now on is told as before.
 *
 * Kasus tertutup dibuka kembali. Perkembangan selanjutnya disampaikan seperti semula.
 */
export interface WelfareCasesCaseUnsealedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** The ground, as a code. · Alasan, berupa kode. */
  readonly ground: "RISK_ENDED" | "PERSON_ASKED" | "SEALED_BY_MISTAKE";
}

/**
 * A consent was withdrawn. Whatever rests on it stops by the time named here.
 *
 * Suatu persetujuan ditarik kembali. Semua yang didasarkan padanya dihentikan paling lambat pada waktu yang disebutkan di sini.
 */
export interface WelfareCasesConsentWithdrawnV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
  /** The consent. · Persetujuan. */
  readonly consentId: `con_${string}`;
  /** 72 hours after the withdrawal. · 72 jam setelah penarikan kembali. */
  readonly stopBy: string;
}

/**
 * Who is affected was counted from the access log.
 *
 * Orang yang terdampak telah dihitung dari catatan akses.
 */
export interface WelfareCasesDataIncidentAssessedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
  /** Persons affected. · Jumlah orang yang terdampak. */
  readonly affected: number;
}

/**
 * Persons and authority were told in writing.
 *
 * Subjek data dan lembaga yang berwenang telah diberi tahu secara tertulis.
 */
export interface WelfareCasesDataIncidentNotifiedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * Persons and authority were not told within three days and nights.
 *
 * Subjek data dan lembaga yang berwenang tidak diberi tahu dalam tiga kali dua puluh empat jam.
 */
export interface WelfareCasesDataIncidentOverdueV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * The protection of personal data failed, or may have.
 *
 * Terjadi, atau diduga terjadi, kegagalan pelindungan data pribadi.
 */
export interface WelfareCasesDataIncidentReportedV1 {
  /** The incident. · Kegagalan pelindungan data pribadi. */
  readonly incidentId: `din_${string}`;
  /** What happened, as a code. · Apa yang terjadi, berupa kode. */
  readonly kind: "ACCOUNT_MISUSED" | "RIGHTS_TOO_WIDE" | "SENT_TO_THE_WRONG_PERSON" | "DEVICE_LOST" | "INTRUSION" | "UNAVAILABLE" | "ALTERED";
  /** When persons and authority must be told: three days and nights from discovery. · Batas waktu pemberitahuan kepada subjek data dan lembaga: tiga kali dua puluh empat jam sejak diketahui. */
  readonly dueAt: string;
}

/**
 * One more closed case counts for the organization that handled it. Names no case.
 *
 * Satu lagi kasus tertutup dihitung bagi organisasi yang menanganinya. Tidak menyebut kasusnya.
 */
export interface WelfareCasesHandledCaseCountedV1 {
  /** The organization that handled it. · Organisasi yang menanganinya. */
  readonly organizationId: `org_${string}`;
  /** How it ended. · Hasil akhirnya. */
  readonly outcome: "RESOLVED" | "IMPROVED" | "TRANSFERRED" | "MOVED_AWAY" | "DECEASED" | "REFUSED" | "LOST_CONTACT";
  /** Month of closing. · Bulan penutupan. */
  readonly month: string;
}

/**
 * A service was given in a case.
 *
 * Suatu pelayanan diberikan dalam suatu kasus.
 */
export interface WelfareCasesInterventionDeliveredV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * What a person asked for was done.
 *
 * Permohonan seorang subjek data telah dipenuhi.
 */
export interface WelfareCasesPrivacyRequestFulfilledV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * A person was not answered within three days and nights.
 *
 * Permohonan seorang subjek data tidak dijawab dalam tiga kali dua puluh empat jam.
 */
export interface WelfareCasesPrivacyRequestOverdueV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * A person asked for a right over their data. Names neither person nor record.
 *
 * Seseorang mengajukan permohonan atas haknya sebagai subjek data. Tidak menyebut orang maupun catatannya.
 */
export interface WelfareCasesPrivacyRequestReceivedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
}

/**
 * What a person asked for was refused on a ground that the law knows.
 *
 * Permohonan seorang subjek data ditolak dengan alasan yang dikenal undang-undang.
 */
export interface WelfareCasesPrivacyRequestRefusedV1 {
  /** The request. · Permohonan subjek data. */
  readonly requestId: `prq_${string}`;
  /** The right that is asked for (UU 27/2022, articles 5 to 13). · Hak yang dimohonkan (UU 27/2022, Pasal 5 sampai dengan 13). */
  readonly kind: "ACCESS" | "RECTIFICATION" | "RESTRICTION" | "ERASURE" | "OBJECTION" | "PORTABILITY" | "WITHDRAW_CONSENT";
  /** Three days and nights from receipt. · Tiga kali dua puluh empat jam sejak diterima. */
  readonly dueAt: string;
  /** The ground (UU 27/2022, articles 15 and 33). · Alasan (UU 27/2022, Pasal 15 dan 33). */
  readonly ground: "DEFENCE_AND_SECURITY" | "LAW_ENFORCEMENT" | "STATE_ADMINISTRATION" | "FINANCIAL_SUPERVISION" | "STATISTICS_AND_RESEARCH" | "ENDANGERS_SOMEBODY" | "DISCLOSES_ANOTHER_PERSON" | "IDENTITY_NOT_PROVEN" | "OPEN_CASE" | "RETENTION_RUNNING";
}

/**
 * An organization added a partner to its network. Names no case.
 *
 * Suatu organisasi menambahkan mitra ke jejaring kerjanya. Tidak menyebut kasus.
 */
export interface WelfareCasesReferralLinkDrawnV1 {
  /** The link. · Hubungan jejaring kerja. */
  readonly linkId: `lnk_${string}`;
  /** Who drew it. · Organisasi yang menambahkannya. */
  readonly fromOrganizationId: `org_${string}`;
  /** The partner. · Mitra. */
  readonly toOrganizationId: `org_${string}`;
  /** What they do together. · Bentuk kerja samanya. */
  readonly kind: "REFERRAL" | "JOINT_SERVICE" | "INFORMATION";
}

/**
 * A link between two organizations ended.
 *
 * Hubungan jejaring kerja antara dua organisasi berakhir.
 */
export interface WelfareCasesReferralLinkEndedV1 {
  /** The link. · Hubungan jejaring kerja. */
  readonly linkId: `lnk_${string}`;
  /** Who drew it. · Organisasi yang menambahkannya. */
  readonly fromOrganizationId: `org_${string}`;
  /** The partner. · Mitra. */
  readonly toOrganizationId: `org_${string}`;
  /** What they do together. · Bentuk kerja samanya. */
  readonly kind: "REFERRAL" | "JOINT_SERVICE" | "INFORMATION";
}

/**
 * The receiver takes the referral on.
 *
 * Penerima menyanggupi rujukan.
 */
export interface WelfareCasesReferralAcceptedV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The receiver has seen the referral.
 *
 * Penerima telah melihat rujukan.
 */
export interface WelfareCasesReferralAcknowledgedV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The referral was taken back.
 *
 * Rujukan ditarik kembali.
 */
export interface WelfareCasesReferralCancelledV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The receiver finished and reported back.
 *
 * Penerima menyelesaikan penanganan dan menyampaikan rujukan balik.
 */
export interface WelfareCasesReferralCompletedV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The receiver declined the referral.
 *
 * Penerima menolak rujukan.
 */
export interface WelfareCasesReferralDeclinedV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The referral was not answered in time.
 *
 * Rujukan tidak dijawab sampai batas waktunya.
 */
export interface WelfareCasesReferralExpiredV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * An organization was asked to help with a case.
 *
 * Suatu organisasi diminta membantu menangani kasus.
 */
export interface WelfareCasesReferralSentV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The receiver began its work.
 *
 * Penerima memulai penanganannya.
 */
export interface WelfareCasesReferralStartedV1 {
  /** The referral. · Rujukan. */
  readonly referralId: `ref_${string}`;
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** Whether responsibility moves, or one service or advice is asked. · Apakah tanggung jawab beralih, atau hanya satu pelayanan atau saran yang diminta. */
  readonly kind: "TRANSFER" | "SERVICE" | "CONSULTATION";
  /** The organization that is asked. · Organisasi yang diminta. */
  readonly toOrganizationId: `org_${string}`;
}

/**
 * The data of a restricted case may be processed again, on another legal basis.
 *
 * Data kasus yang dibatasi boleh diproses kembali, atas dasar hukum lain.
 */
export interface WelfareCasesRestrictionLiftedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * The service plan of a case was agreed with the person or guardian.
 *
 * Rencana pelayanan suatu kasus disepakati bersama orang yang bersangkutan atau walinya.
 */
export interface WelfareCasesServicePlanAdoptedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * The service plan of a case was replaced by another.
 *
 * Rencana pelayanan suatu kasus diganti dengan yang lain.
 */
export interface WelfareCasesServicePlanRevisedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}

/**
 * The numbers of a finished month for a province, a regency or the nation, suppressed below a threshold over the whole table.
 *
 * Angka suatu bulan yang telah selesai untuk provinsi, kabupaten/kota, atau nasional; angka di bawah ambang disembunyikan di seluruh tabel.
 */
export interface WelfareCasesStatisticsPublishedV1 {
  /** Region code of a province or regency, dotted; `ID` for the nation. · Kode wilayah provinsi atau kabupaten/kota, bertitik; `ID` untuk nasional. */
  readonly regionCode: string;
  /** The month, in western Indonesia time. · Bulan, menurut Waktu Indonesia Barat. */
  readonly month: string;
  /** The smallest number that is shown. · Angka terkecil yang ditampilkan. */
  readonly threshold: number;
  /** The numbers that are shown. · Angka yang ditampilkan. */
  readonly cells: ReadonlyArray<{
    /** Cases reported in the month; or cases open when it was published. · Kasus yang dilaporkan pada bulan itu; atau kasus yang terbuka saat diterbitkan. */
    readonly measure: "REPORTED" | "OPEN";
    /** What the number is broken down by. · Rincian angka. */
    readonly by: "TOTAL" | "CATEGORY" | "GROUP" | "SEX" | "AGE_BAND" | "STATUS" | "CHANNEL";
    /** The value; absent for a total. · Nilai rincian; tidak diisi untuk jumlah keseluruhan. */
    readonly value?: string;
    /** How many cases. · Jumlah kasus. */
    readonly cases: number;
  }>;
}

/**
 * The end of a case was proposed to its supervising office.
 *
 * Pengakhiran (terminasi) suatu kasus diusulkan kepada dinas pengawasnya.
 */
export interface WelfareCasesTerminationProposedV1 {
  /** The case. · Kasus. */
  readonly caseId: `case_${string}`;
  /** The village where the person lives. · Desa/kelurahan tempat tinggal orang yang bersangkutan. */
  readonly regionCode: string;
}
